//! Component calls.

use std::collections::BTreeMap;

use super::*;
use crate::base::component::{ArgKind, ArgSignature, Signature};

#[test]
fn components_by_table() {
    let table = [
        ("a\n\n{{ <b/> }}\n\nc", "<p>a</p>\n«<b/>»\n<p>c</p>\n"),
        ("{{ <a/> }}\r\n{{- <b.c/> -}}", "«<a/>»\n«<b.c/>»\n"),
        ("- {{ <a/> }}", "<ul>\n<li>\n«<a/>»\n</li>\n</ul>\n"),
        (
            "{% <a> %}\n\n*b*\n\n{{ <c/> }}\n\n{% </a> %}",
            "«<a><p><em>b</em></p>\n«<c/>»\n</a>»\n",
        ),
        (
            "{% <a> %}\n- b\n\n{% </a> %}",
            "«<a><ul>\n<li>b</li>\n</ul>\n</a>»\n",
        ),
        ("{% <a> %}\n{% </a> %}", "«<a></a>»\n"),
        (
            "    {{ <a/> }}",
            "<pre><code>{{ &lt;a/&gt; }}</code></pre>\n",
        ),
        ("`{{ <a/> }}`", "<p><code>{{ &lt;a/&gt; }}</code></p>\n"),
        ("<i>a</i>\n\n{{ <b/> }}", "<p><i>a</i></p>\n«<b/>»\n"),
    ];
    for (source, expected) in table {
        assert_eq!(html(source), expected, "{source}");
    }
}

#[test]
fn arguments_have_their_types_and_places() {
    let source = "---\n---\n{{ <a t=\"à \\\"b\\\"\" u='c' n=3 m={-4} f=1.5 ok=true/> }}\n";
    let file = SourcePath::new("content/a.md");
    let (text, found) = parse(&file, source, 8, context(HtmlPolicy::Sanitize));
    assert_eq!(found, []);
    let call = &text.calls[0];
    assert_eq!(&source[call.span.clone()], source[8..].trim_end());
    let args: Vec<_> = call
        .args
        .iter()
        .map(|arg| (&*arg.name, arg.value.clone(), &source[arg.span.clone()]))
        .collect();
    assert_eq!(
        args,
        [
            (
                "t",
                ArgValue::Text("à \"b\"".to_owned()),
                "t=\"à \\\"b\\\"\""
            ),
            ("u", ArgValue::Text("c".to_owned()), "u='c'"),
            ("n", ArgValue::Integer(3), "n=3"),
            ("m", ArgValue::Integer(-4), "m={-4}"),
            ("f", ArgValue::Float(1.5), "f=1.5"),
            ("ok", ArgValue::Flag(true), "ok=true"),
        ]
    );
}

#[test]
fn calls_are_compared_with_the_theme() {
    let argument = |kind, required| ArgSignature { kind, required };
    let signature = |open| Signature {
        args: BTreeMap::from([
            ("title".to_owned(), argument(Some(ArgKind::Text), true)),
            ("size".to_owned(), argument(Some(ArgKind::Number), false)),
        ]),
        open,
    };
    let components = BTreeMap::from([
        ("card".to_owned(), signature(false)),
        ("box".to_owned(), signature(true)),
    ]);
    let source = "{{ <crad/> }}\n\n{{ <card tilte=\"a\"/> }}\n\n{{ <box title=3 size=1 x=2/> }}\n\n{{ <card title=\"a\" zzzzzz=1/> }}";
    let (text, _) = parse_with(HtmlPolicy::Sanitize, source);
    let found = check_calls(&SourcePath::new("content/a.md"), &text, &components);
    assert_eq!(
        list(&found, source),
        [
            "unknown-component.near {{ <crad/> }}",
            "component-argument.near tilte=\"a\"",
            "component-argument.missing {{ <card tilte=\"a\"/> }}",
            "component-argument.type title=3",
            "component-argument.unknown zzzzzz=1",
        ]
    );
}
