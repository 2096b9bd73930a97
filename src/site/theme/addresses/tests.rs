use super::html::is_led;

#[test]
fn the_beginning_of_an_address_may_decide_where_it_leads() {
    for start in [
        "#",
        "?q=",
        "../x/",
        "x/",
        "https://a.example/",
        "https://a.example/?a=b:c&d=",
        "//a.example/",
    ] {
        assert!(is_led(start), "{start}");
    }
    for start in [
        "",
        "x",
        "/",
        "//",
        "/\t/",
        "/\\",
        "///",
        "https:///",
        "java",
        "javascript:f('/",
        "https://",
        "mailto:",
        "javascript&#58;f('/",
        "java&#115;cript&colon;x/",
        "\u{1}javascript:f('#",
    ] {
        assert!(!is_led(start), "{start}");
    }
}
