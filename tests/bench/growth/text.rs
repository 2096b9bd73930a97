//! So many of one thing in the text of a page.

use super::files::Files;
use super::{Kind, each};

/// The names say what there is so many of.
pub const KINDS: &[Kind] = &[
    kind("text: paragraphs", |n| repeated("Un paragrafo.\n\n", n)),
    kind("text: words on a line", |n| repeated("parola ", n)),
    kind("text: lines of a paragraph", |n| repeated("riga\n", n)),
    kind("text: hard breaks", |n| repeated("riga\\\n", n)),
    kind("text: absent links on a line", |n| {
        page(each(n, |i| format!("[a](manca-{i}.md) ")))
    }),
    kind("text: absent links on lines", |n| {
        page(each(n, |i| format!("[a](manca-{i}.md)\n")))
    }),
    kind("text: absent references on a line", |n| {
        page(each(n, |i| format!("[a](ref:body/manca-{i}) ")))
    }),
    kind("text: links to one page", |n| repeated("[a](altra.md) ", n)),
    kind("text: links to one id", |n| {
        repeated("[](ref:page/altra) ", n)
    }),
    kind("text: links to absent anchors", |n| {
        page(each(n, |i| format!("[a](altra.md#manca-{i}) ")))
    }),
    kind("text: links to anchors of the page", |n| {
        let links = each(n, |i| format!("[a](#titolo-{i}) "));
        page(links + "\n\n" + &each(n, |i| format!("## Titolo {i}\n\n")))
    }),
    kind("text: links outside", |n| {
        repeated("[a](https://a.example/b) ", n)
    }),
    kind("text: unsafe links", |n| repeated("[a](javascript:x) ", n)),
    kind("text: bare addresses", |n| {
        repeated("https://a.example/b ", n)
    }),
    kind("text: bare e-mail addresses", |n| {
        repeated("a@b.example ", n)
    }),
    kind("text: at signs", |n| repeated("a@", n)),
    kind("text: dots in a word", |n| repeated("a.", n)),
    kind("text: schemes in a word", |n| repeated("http://", n)),
    kind("text: slashes", |n| {
        page("https://a.example".to_owned() + &"/a".repeat(n))
    }),
    kind("text: brackets in an address", |n| {
        page("https://a.example/".to_owned() + &"(".repeat(n))
    }),
    kind("text: autolinks", |n| repeated("<https://a.example> ", n)),
    kind("text: definitions of links", |n| {
        page(each(n, |i| format!("[l{i}]: https://a.example/{i}\n")))
    }),
    kind("text: defined and used links", |n| {
        let used = each(n, |i| format!("[l{i}] "));
        page(used + "\n\n" + &each(n, |i| format!("[l{i}]: https://a.example/{i}\n")))
    }),
    kind("text: one definition used", |n| {
        page("[l]: https://a.example/\n\n".to_owned() + &"[l] ".repeat(n))
    }),
    kind("text: one long definition used", |n| {
        let address = format!("[l]: https://a.example/{}\n\n", "a".repeat(n));
        page(address + &"[l] ".repeat(n))
    }),
    kind("text: definitions of one label", |n| {
        repeated("[l]: https://a.example\n", n)
    }),
    kind("text: undefined links", |n| {
        page(each(n, |i| format!("[a][l{i}] ")))
    }),
    kind("text: footnotes", |n| {
        let used = each(n, |i| format!("a[^{i}] "));
        page(used + "\n\n" + &each(n, |i| format!("[^{i}]: Nota.\n\n")))
    }),
    kind("text: references to one footnote", |n| {
        page("a[^1] ".repeat(n) + "\n\n[^1]: Nota.\n")
    }),
    kind("text: unused footnotes", |n| {
        page(each(n, |i| format!("[^{i}]: Nota.\n\n")))
    }),
    kind("text: undefined footnotes", |n| {
        page(each(n, |i| format!("a[^{i}] ")))
    }),
    kind("text: footnotes of one label", |n| {
        page("a[^1]\n\n".to_owned() + &"[^1]: Nota.\n\n".repeat(n))
    }),
    kind("text: chained footnotes", |n| {
        page("a[^0]\n\n".to_owned() + &each(n, |i| format!("[^{i}]: Nota[^{}].\n\n", i + 1)))
    }),
    kind("text: footnotes in footnotes", |n| {
        page("a[^0]\n\n".to_owned() + &each(n, |i| format!("[^{i}]: ")) + "Nota.\n")
    }),
    kind("text: equal headings", |n| repeated("## Titolo\n\n", n)),
    kind("text: headings", |n| {
        page(each(n, |i| format!("## Titolo {i}\n\n")))
    }),
    kind("text: headings with numbers of others", |n| {
        page(each(n, |i| format!("## Titolo\n\n## Titolo {i}\n\n")))
    }),
    kind("text: equal anchors", |n| {
        repeated("## Titolo {#uno}\n\n", n)
    }),
    kind("text: words of a heading", |n| {
        page("## ".to_owned() + &"parola ".repeat(n))
    }),
    kind("text: classes of a heading", |n| {
        page("## Titolo {".to_owned() + &each(n, |i| format!(".c{i} ")) + "}\n")
    }),
    kind("text: attributes of a heading", |n| {
        page("## Titolo {".to_owned() + &each(n, |i| format!("a{i}=b ")) + "}\n")
    }),
    kind("text: anchors of a heading", |n| {
        page("## Titolo {".to_owned() + &each(n, |i| format!("#a{i} ")) + "}\n")
    }),
    kind("text: headings of level one", |n| {
        repeated("# Titolo\n\n", n)
    }),
    kind("text: empty headings", |n| repeated("##\n\n", n)),
    kind("text: underlined headings", |n| {
        repeated("Titolo\n---\n\n", n)
    }),
    kind("text: open details", |n| repeated("<details>\n", n)),
    kind("text: open details, apart", |n| {
        repeated("<details>\n\na\n\n", n)
    }),
    kind("text: closed details", |n| {
        repeated("<details><summary>a</summary>b</details>\n\n", n)
    }),
    kind("text: nested details", |n| {
        page("<details>\n".repeat(n) + &"</details>\n".repeat(n))
    }),
    kind("text: open div", |n| repeated("<div>", n)),
    kind("text: open div, apart", |n| repeated("<div>\n\n", n)),
    kind("text: closing div", |n| repeated("</div>\n\n", n)),
    kind("text: open b", |n| repeated("a <b>", n)),
    kind("text: open b in paragraphs", |n| repeated("a <b>\n\n", n)),
    kind("text: open p", |n| repeated("<p>a\n", n)),
    kind("text: crossed b and i", |n| repeated("a <b><i></b></i>", n)),
    kind("text: crossed, and open", |n| repeated("a <b><p></b>", n)),
    kind("text: open table", |n| repeated("<table><tr><td>", n)),
    kind("text: rows in HTML", |n| {
        page("<table>\n".to_owned() + &"<tr><td>a</td></tr>\n".repeat(n) + "</table>\n")
    }),
    kind("text: links in HTML", |n| {
        repeated("<a href=\"altra.md\">a</a> ", n)
    }),
    kind("text: open a", |n| {
        repeated("a <a href=\"https://a.example\">", n)
    }),
    kind("text: images in HTML", |n| {
        repeated("<img src=\"a.png\" alt=\"\"> ", n)
    }),
    kind("text: unknown elements", |n| {
        repeated("a <blink>b</blink> ", n)
    }),
    kind("text: different unknown elements", |n| {
        page(each(n, |i| format!("a <x{i}> ")))
    }),
    kind("text: scripts", |n| repeated("<script>a</script>\n\n", n)),
    kind("text: open script", |n| repeated("<script>\n\n", n)),
    kind("text: attributes of an element", |n| {
        page("a <b ".to_owned() + &each(n, |i| format!("a{i}=\"b\" ")) + ">b</b>")
    }),
    kind("text: equal attributes of an element", |n| {
        page("a <b ".to_owned() + &"title=\"b\" ".repeat(n) + ">b</b>")
    }),
    kind("text: ids in HTML", |n| {
        page(each(n, |i| format!("<span id=\"a{i}\">a</span> ")))
    }),
    kind("text: comments", |n| repeated("<!-- a -->\n\n", n)),
    kind("text: comments on a line", |n| repeated("a <!-- a --> ", n)),
    kind("text: open comments", |n| repeated("a <!-- ", n)),
    kind("text: open comments on lines", |n| repeated("<!--\n\n", n)),
    kind("text: open instructions", |n| repeated("a <?", n)),
    kind("text: open declarations", |n| repeated("a <!A ", n)),
    kind("text: open CDATA", |n| repeated("a <![CDATA[", n)),
    kind("text: open tags", |n| repeated("a <b ", n)),
    kind("text: open attributes", |n| repeated("a <b c=\"", n)),
    kind("text: less-than signs", |n| repeated("<", n)),
    kind("text: quotes", |n| repeated("> ", n)),
    kind("text: quotes, closed up", |n| repeated(">", n)),
    kind("text: quoted lines", |n| repeated("> a\n", n)),
    kind("text: separate quotes", |n| repeated("> a\n\n", n)),
    kind("text: quotes in few lines", |n| {
        repeated(&(">".repeat(100) + "a\n"), n / 100)
    }),
    kind("text: alerts", |n| repeated("> [!NOTE]\n> a\n\n", n)),
    kind("text: lists in lists", |n| repeated("- ", n)),
    kind("text: numbered lists in lists", |n| repeated("1. ", n)),
    kind("text: lists by indentation", |n| {
        let depth = n.isqrt();
        page(each(depth, |i| format!("{}- a\n", "  ".repeat(i))))
    }),
    kind("text: lists and quotes", |n| repeated("> - ", n)),
    kind("text: items", |n| repeated("- a\n", n)),
    kind("text: loose items", |n| repeated("- a\n\n", n)),
    kind("text: numbered items", |n| repeated("1. a\n", n)),
    kind("text: tasks", |n| repeated("- [ ] a\n", n)),
    kind("text: definitions", |n| repeated("a\n: b\n\n", n)),
    kind("text: definitions of a word", |n| {
        page("a\n".to_owned() + &": b\n".repeat(n))
    }),
    kind("text: open calls of components", |n| {
        repeated("{% <note_box> %}\n\n", n)
    }),
    kind("text: nested calls of components", |n| {
        page("{% <note_box> %}\n\n".repeat(n) + &"{% </note_box> %}\n\n".repeat(n))
    }),
    kind("text: calls of components", |n| {
        repeated("{% <note_box> %}\n\na\n\n{% </note_box> %}\n\n", n)
    }),
    kind("text: closing calls of components", |n| {
        repeated("{% </note_box> %}\n\n", n)
    }),
    kind("text: calls of components in a block", |n| {
        repeated("{% <note_box> %}\n", n)
    }),
    kind("text: short calls of components", |n| {
        repeated("{{ <button text=\"a\" href=\"b\" /> }}\n\n", n)
    }),
    kind("text: short calls of components in a block", |n| {
        repeated("{{ <button text=\"a\" href=\"b\" /> }}\n", n)
    }),
    kind("text: short calls on a line", |n| {
        repeated("{{ <button text=\"a\" href=\"b\" /> }} ", n)
    }),
    kind("text: calls of unknown components", |n| {
        page(each(n, |i| format!("{{{{ <x{i} /> }}}}\n\n")))
    }),
    kind("text: arguments of a component", |n| {
        page("{{ <button ".to_owned() + &each(n, |i| format!("a{i}=1 ")) + "/> }}\n")
    }),
    kind("text: open braces", |n| repeated("{{ ", n)),
    kind("text: open calls on a line", |n| repeated("{{ <a ", n)),
    kind("text: stars", |n| repeated("*", n)),
    kind("text: stars and underscores", |n| repeated("*_", n)),
    kind("text: nested emphasis", |n| {
        page("*a ".repeat(n) + &"b*".repeat(n))
    }),
    kind("text: strong", |n| repeated("**a** ", n)),
    kind("text: open emphasis", |n| repeated("*a _b ", n)),
    kind("text: open strong and emphasis", |n| {
        repeated("a **b *c ", n)
    }),
    kind("text: closing emphasis", |n| repeated("a* b_ ", n)),
    kind("text: tildes", |n| repeated("~a ", n)),
    kind("text: crossed out", |n| repeated("~~a~~ ", n)),
    kind("text: carets", |n| repeated("^a ", n)),
    kind("text: open brackets", |n| repeated("[", n)),
    kind("text: closing brackets", |n| repeated("]", n)),
    kind("text: nested brackets", |n| {
        page("[".repeat(n) + "a" + &"]".repeat(n))
    }),
    kind("text: nested links", |n| {
        page("[".repeat(n) + "a" + &"](b)".repeat(n))
    }),
    kind("text: nested images", |n| {
        page("![".repeat(n) + "a" + &"](b)".repeat(n))
    }),
    kind("text: open images", |n| repeated("![", n)),
    kind("text: open links", |n| repeated("[a](", n)),
    kind("text: open addresses", |n| repeated("[a](<b", n)),
    kind("text: open titles", |n| repeated("[a](b \"", n)),
    kind("text: open labels", |n| repeated("[a][", n)),
    kind("text: open definitions", |n| repeated("[a]: ", n)),
    kind("text: brackets of an address", |n| {
        page("[a](".to_owned() + &"(".repeat(n) + &")".repeat(n) + ")")
    }),
    kind("text: backticks", |n| repeated("`", n)),
    kind("text: open code", |n| repeated("`a ``b ", n)),
    kind("text: code", |n| repeated("`a` ", n)),
    kind("text: backticks of all lengths", |n| {
        page(each((2 * n).isqrt(), |i| "`".repeat(i + 1) + " "))
    }),
    kind("text: fences", |n| repeated("```\n", n)),
    kind("text: blocks of code", |n| repeated("```\na\n```\n\n", n)),
    kind("text: fences of all lengths", |n| {
        page(each((2 * n).isqrt(), |i| "`".repeat(i + 3) + "a\n"))
    }),
    kind("text: lines of code", |n| repeated("    a\n", n)),
    kind("text: entities", |n| repeated("&amp;", n)),
    kind("text: ampersands", |n| repeated("&", n)),
    kind("text: open entities", |n| repeated("&a", n)),
    kind("text: numbers of characters", |n| repeated("&#65;", n)),
    kind("text: backslashes", |n| repeated("\\", n)),
    kind("text: escapes", |n| repeated("\\*", n)),
    kind("text: dollars", |n| repeated("$", n)),
    kind("text: rules", |n| repeated("---\n\n", n)),
    kind("text: tabs", |n| repeated("\t", n)),
    kind("text: spaces", |n| {
        page("a".to_owned() + &" ".repeat(n) + "b")
    }),
    kind("text: blank lines", |n| page("\n".repeat(n) + "a")),
    kind("text: line breaks of Windows", |n| repeated("a\r\n", n)),
    kind("text: single carriage returns", |n| repeated("a\r", n)),
    kind("text: NUL", |n| repeated("\0", n)),
    kind("text: characters of four bytes", |n| repeated("𝄞", n)),
    kind("text: combining marks", |n| {
        page("a".to_owned() + &"\u{301}".repeat(n))
    }),
    kind("text: marks of direction", |n| repeated("\u{202e}", n)),
    kind("text: rows of a table", |n| {
        page("|a|b|\n|-|-|\n".to_owned() + &"|1|2|\n".repeat(n))
    }),
    kind("text: columns of a table", |n| {
        page("|a".repeat(n) + "|\n" + &"|-".repeat(n) + "|\n" + &"|1".repeat(n) + "|\n")
    }),
    kind("text: rows shorter than the head", |n| {
        page("|a".repeat(n) + "|\n" + &"|-".repeat(n) + "|\n" + &"|1|\n".repeat(n))
    }),
    kind("text: tables", |n| repeated("|a|b|\n|-|-|\n|1|2|\n\n", n)),
    kind("text: heads of tables", |n| repeated("|a|b|\n|-|-|\n", n)),
    kind("text: bars", |n| repeated("|", n)),
    kind("text: absent images", |n| {
        page(each(n, |i| format!("![a](manca-{i}.png)\n\n")))
    }),
    kind("text: images of one file", |n| {
        repeated("![a](a.png)\n\n", n)
    }),
    kind("text: images on a line", |n| repeated("![a](a.png) ", n)),
    kind("text: images without words", |n| repeated("![](a.png) ", n)),
    kind("text: images from outside", |n| {
        repeated("![a](https://a.example/a.png) ", n)
    }),
    kind("text: templates of others", |n| repeated("{{< a >}} ", n)),
    kind("text: toc of others", |n| repeated("[TOC]\n\n", n)),
    kind("text: spaced links", |n| repeated("[a](b c.pdf) ", n)),
];

const fn kind(name: &'static str, site: fn(usize) -> Files) -> Kind {
    Kind { name, site }
}

/// A site with a page of this text.
fn page(text: String) -> Files {
    let mut files = Files::default();
    files.add(
        "content/pagina.md",
        format!("---\ntitle: Pagina\nsummary: Una pagina.\n---\n\n{text}\n"),
    );
    files.add(
        "content/altra.md",
        "---\ntitle: Altra\nsummary: Un’altra pagina.\n---\n\nTesto.\n",
    );
    files
}

fn repeated(piece: &str, count: usize) -> Files {
    page(piece.repeat(count))
}
