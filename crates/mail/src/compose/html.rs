//! The HTML part: one column, the paper and ink of the pages, styles on the elements (mail clients
//! drop sheets), a small sheet for dark only. Nothing is loaded from anywhere: no pictures, no fonts,
//! nothing that tells a sender that a mail was opened. Everything from outside goes through [`esc`].

use std::borrow::Cow;

use super::ink::Ink;
use super::{Block, Link, Sheet};

const FONT: &str = "font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO: &str = "font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;font-feature-settings:'zero' 1";
const TABLE: &str = r#"<table role="presentation" cellpadding="0" cellspacing="0" border="0""#;

/// The HTML part of a mail, lines ending in LF.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let ink = Ink::of(sheet.brand);
    let mut page = open(sheet, &ink);
    for block in &sheet.content.blocks {
        page.push_str(&piece(block, sheet, &ink));
    }
    page.push_str(&close(sheet, &ink));
    page
}

fn open(sheet: &Sheet<'_>, ink: &Ink) -> String {
    let (paper, black, quiet) = (&ink.light.paper, &ink.light.ink, &ink.light.quiet);
    let title = esc(&sheet.content.subject);
    format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
<style>
{dark}</style>
</head>
<body class="paper ink" style="margin:0;padding:0;background:{paper};color:{black};{FONT};font-size:18px;line-height:1.55">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">{preheader}</div>
{TABLE} width="100%" class="paper" style="background:{paper}">
<tr><td align="center" style="padding:24px 16px">
{TABLE} width="100%" style="max-width:544px">
<tr><td class="ink" style="text-align:{side};color:{black};{FONT};font-size:18px;line-height:1.55">
<p class="quiet" style="margin:0 0 24px;color:{quiet};font-size:16px;font-weight:700">{brand}</p>
<h1 class="ink" style="margin:0 0 20px;color:{black};font-size:26px;line-height:1.25">{title}</h1>
"#,
        lang = sheet.words.code(),
        dir = sheet.words.begins().direction(),
        side = sheet.words.begins().css(),
        dark = ink.dark_sheet(),
        preheader = esc(&sheet.content.preheader),
        brand = esc(&sheet.brand.name),
    )
}

fn close(sheet: &Sheet<'_>, ink: &Ink) -> String {
    let quiet = &ink.light.quiet;
    format!(
        r#"<hr class="line" style="margin:28px 0 20px;border:0;border-top:1px solid {line}">
<p class="quiet" style="margin:0 0 12px;color:{quiet};font-size:16px"><strong>{title}</strong><br>{help}</p>
<p class="quiet" style="margin:0;color:{quiet};font-size:16px">{foot}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
"#,
        line = ink.light.line,
        title = esc(&words::t!(sheet.words, "mail-help-title")),
        help = lines(&sheet.help()),
        foot = esc(&words::t!(sheet.words, "mail-foot", brand = sheet.brand.name)),
    )
}

fn piece(block: &Block, sheet: &Sheet<'_>, ink: &Ink) -> String {
    match block {
        Block::Text(text) => format!("<p style=\"margin:0 0 16px\">{}</p>\n", lines(text)),
        Block::Note { title, text } => format!(
            "<p class=\"note\" style=\"margin:24px 0 16px;padding:2px 0;padding-{side}:16px;border-{side}:4px solid {}\"><strong>{}</strong><br>{}</p>\n",
            ink.light.accent,
            esc(title),
            lines(text),
            side = sheet.words.begins().css()
        ),
        Block::Button(link) => button(link, sheet, ink),
        Block::Username { label, username } => {
            format!("<p style=\"margin:0 0 20px\">{}<br>{}</p>\n", esc(label), code(username))
        }
        Block::Usernames(list) => list.iter().map(|(username, link)| listed(username, link, ink)).collect(),
    }
}

fn button(link: &Link, sheet: &Sheet<'_>, ink: &Ink) -> String {
    let (primary, quiet) = (&ink.light.primary, &ink.light.quiet);
    let url = esc(&link.url);
    format!(
        r#"{pressed}<p class="quiet" style="margin:0 0 20px;color:{quiet};font-size:16px">{below}<br><a class="link" dir="ltr" href="{url}" style="color:{primary};word-break:break-all">{url}</a></p>
"#,
        pressed = pressable(link, ink, "8px 0 16px"),
        below = esc(&words::t!(sheet.words, "mail-link-below")),
    )
}

/// A username with its own button; the bare link stands in the text part only, for forty homes would
/// else be forty long lines.
fn listed(username: &str, link: &Link, ink: &Ink) -> String {
    format!("<p style=\"margin:20px 0 0\">{}</p>\n{}", code(username), pressable(link, ink, "8px 0 20px"))
}

fn pressable(link: &Link, ink: &Ink, margin: &str) -> String {
    let (primary, on_primary) = (&ink.light.primary, &ink.light.on_primary);
    format!(
        r#"{TABLE} style="margin:{margin}"><tr><td class="button" style="border-radius:10px;background:{primary}"><a class="button" href="{url}" style="display:inline-block;padding:14px 24px;border-radius:10px;color:{on_primary};font-weight:700;text-decoration:none">{label}</a></td></tr></table>
"#,
        url = esc(&link.url),
        label = esc(&link.label),
    )
}

fn code(username: &str) -> String {
    format!(r#"<strong dir="ltr" style="{MONO};font-size:22px;letter-spacing:0.04em">{}</strong>"#, esc(username))
}

/// Words as HTML, line breaks kept.
fn lines(text: &str) -> String {
    esc(text).replace('\n', "<br>")
}

/// Text as HTML, in elements and in double-quoted attributes.
fn esc(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}
