//! The smallest browser: one request per connection, cookies, forms. It follows no redirect by itself.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longer than any answer may take.
const PATIENCE: Duration = Duration::from_secs(45);

/// An answer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Answer {
    /// The first header of a name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Where it leads.
    #[track_caller]
    pub(super) fn leads(&self) -> &str {
        assert_eq!(self.status, 303, "{self:?}");
        self.header("location").unwrap()
    }
}

/// One person's browser.
#[derive(Clone)]
pub(super) struct Browser {
    at: SocketAddr,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(super) fn at(at: SocketAddr) -> Self {
        Self { at, cookies: BTreeMap::new() }
    }

    /// The same person and cookies; the program was started again and listens elsewhere.
    pub(super) fn moved(self, at: SocketAddr) -> Self {
        Self { at, ..self }
    }

    #[track_caller]
    pub(super) fn get(&mut self, path: &str) -> Answer {
        self.try_get(path).unwrap()
    }

    #[track_caller]
    pub(super) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).unwrap()
    }

    /// The answer, or none when it did not come whole: what became of the request is not known then.
    pub(super) fn try_get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\n"), b"")
    }

    /// The same for a form.
    pub(super) fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let body: Vec<String> = fields.iter().map(|(key, value)| format!("{key}={}", percent(value))).collect();
        let body = body.join("&");
        let head = format!(
            "POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            body.len()
        );
        self.send(&head, body.as_bytes())
    }

    /// The same for a form with one file.
    pub(super) fn try_upload(&mut self, path: &str, file: (&str, &[u8])) -> std::io::Result<Answer> {
        let (head, body) = upload(path, file);
        self.send(&head, &body)
    }

    /// The same form with only so many bytes of the file, for as long as the connection is kept.
    pub(super) fn half_upload(&self, path: &str, file: (&str, &[u8]), most: usize) -> std::io::Result<TcpStream> {
        let (head, body) = upload(path, file);
        let end = body.len() - CLOSING.len() - file.1.len() + most;
        self.open(&head, &body[..end])
    }

    /// A file that is there, byte by byte.
    #[track_caller]
    pub(super) fn file(&mut self, path: &str) -> Vec<u8> {
        let (answer, bytes) = self.exchange(&format!("GET {path} HTTP/1.1\r\n"), b"").unwrap();
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        bytes
    }

    fn send(&mut self, head: &str, body: &[u8]) -> std::io::Result<Answer> {
        Ok(self.exchange(head, body)?.0)
    }

    /// The answer, and its body as it came.
    fn exchange(&mut self, head: &str, body: &[u8]) -> std::io::Result<(Answer, Vec<u8>)> {
        let mut stream = self.open(head, body)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let (answer, body) = read(&bytes).ok_or_else(|| std::io::Error::other("half an answer"))?;
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok((answer, body.to_vec()))
    }

    fn open(&self, head: &str, body: &[u8]) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect(self.at)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = if cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", cookies.join("; ")) };
        let request = format!(
            "{head}Host: {}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\r\nAccept-Language: nl\r\n\
             Connection: close\r\n{cookies}\r\n",
            self.at
        );
        stream.write_all(&[request.as_bytes(), body].concat())?;
        Ok(stream)
    }
}

/// What ends a form with a file.
const CLOSING: &[u8] = b"\r\n--grens--\r\n";

/// Head and body of a form with one file.
fn upload(path: &str, (name, bytes): (&str, &[u8])) -> (String, Vec<u8>) {
    let field = format!(
        "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: text/csv\r\n\r\n"
    );
    let body = [field.as_bytes(), bytes, CLOSING].concat();
    let kind = "multipart/form-data; boundary=grens";
    (format!("POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len()), body)
}

/// A whole answer only: head, and as many bytes as it says.
fn read(bytes: &[u8]) -> Option<(Answer, &[u8])> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let body = bytes.get(end + 4..)?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let pair = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    let headers: Vec<(String, String)> = lines.filter_map(pair).collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let whole = length.is_none_or(|length: usize| body.len() == length);
    whole.then(|| (Answer { status, headers, body: String::from_utf8_lossy(body).into_owned() }, body))
}

fn percent(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}
