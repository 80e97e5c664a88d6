//! An answer of the house, to the byte.

/// Status, headers in their order, and the body with the chunks put together.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn read(raw: &[u8]) -> Option<Self> {
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8(raw.get(..end)?.to_vec()).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut answer = Self { status, headers, body: raw.get(end + 4..)?.to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = joined(&answer.body)?;
        }
        Some(answer)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The pages of homes that this page leads to, each once, in their order.
    pub(crate) fn homes(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for rest in self.text().split("href=\"/service/woningen/").skip(1) {
            let id = rest.split('"').next().unwrap_or_default();
            let path = format!("/service/woningen/{id}");
            // An id and its slash; the menu and the pages below a home are no homes.
            if id.len() == 37 && !all.contains(&path) {
                all.push(path);
            }
        }
        all
    }

    /// The value of a hidden field.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        let html = self.text();
        let found = html.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
        found.unwrap_or_else(|| panic!("no field {name}: {self:?}")).to_owned()
    }

    /// Where it leads to.
    pub(crate) fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// The same answer, or red with all of it.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// 303 to here.
    #[track_caller]
    pub(crate) fn leads_to(self, place: &str) -> Self {
        assert_eq!((self.status, self.location()), (303, place), "{self:?}");
        self
    }

    /// The value of a cookie that it gives; empty when it takes it away.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        let mut given = self.all("set-cookie").into_iter().filter_map(|line| line.split(';').next()?.split_once('='));
        given.find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All of it but the date, to be compared byte by byte.
    pub(crate) fn comparable(&self) -> String {
        let headers: Vec<String> = self
            .headers
            .iter()
            .filter(|(name, _)| name != "date")
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        format!("{}\n{}\n\n{}", self.status, headers.join("\n"), self.text())
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: String = words_of(&self.text()).chars().take(600).collect();
        write!(f, "{} {:?} “{words}”", self.status, self.headers)
    }
}

/// The text of a page without its tags.
pub(crate) fn words_of(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or(html);
    let mut words = String::new();
    let mut in_tag = main.len() < html.len();
    for sign in main.chars() {
        match sign {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                words.push(' ');
            }
            sign if !in_tag => words.push(sign),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined(chunks: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut body) = (chunks, Vec::new());
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..end)?).ok()?, 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 2 + size + 2..)?;
    }
}
