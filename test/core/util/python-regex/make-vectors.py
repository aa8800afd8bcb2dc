"""Writes vectors.json: what Python's own re.match says of patterns and keys. Run with `python3 make-vectors.py > vectors.json`.

A row is [pattern, answers]: one 0 or 1 for each key, or null where Python refuses the pattern.
Takes some minutes: Python goes back and forth over what RE2 reads once.
"""
import json
import random
import re
import sys
import warnings

warnings.simplefilter("ignore")
random.seed(20261121)

KEYS = [
    "", "a", "A", "ab", "aab", "b", "abc", "a.jpg", "photos/a.jpg", "photos/b.PNG", "photos/2026/ü-1.jpeg",
    "a b", "a\tb", "a\u00a0b", "é", "É", "٣", "²", "名前/1.txt", "date=2020/k.jpg", "a+b(c).jpg", "x_1-22.text",
    "data.csv", "a\n", "a\nb", "_", "-", "]", "^", "{", "a{2}", "ſ", "K", "k", "İ", "i", "ß", "\u001f", "😀.png", "a/b/c",
]

BY_HAND = [
    r".*csv or .*(jpe?g|png|tiff) or .\w+-\d+.text", r".*.(jpe?g|png|gif)$", r".*\.(json|jsonl|parquet)$", r"(?i).*\.PNG$",
    r"photos/", r"^photos/.*", r"hotos", r"(?P<n>a)b", r"(?P<n>a)(?P<n>b)", r"(?P<1>a)", r"(?P<n>a)(?P=n)", r"(a)\1", r"a(?=b)",
    r"a(?!b)", r"(?<=a)b", r"(?<!a)b", r"(?>a)b", r"a++", r"a*+", r"a?+", r"a{1}+", r"(a)?(?(1)b|c)", r"a{,2}b", r"a{2,}",
    r"a{,}b", r"a{}", r"a{", r"a{2", r"a{2,1}", r"a{x}", r"a\{2\}", r"a**", r"a*?b", r"a+?b", r"a{1,2}?b", r"*a", r"^*", r"a|*",
    r"()", r"(", r")", r"(?:", r"[", r"[]", r"[]]", r"[^]]", r"[]a]", r"[a-]", r"[-a]", r"[a-\d]", r"[\d-z]", r"[z-a]", r"[\w]+$", r"[\W]",
    r"[^\W\d_]+$", r"[^\w]", r"[\S]+$", r"[^\s]+$", r"[\D]+$", r"\w+$", r"\W", r"\d", r"\D+$", r"\s", r"\S+$", r"a\sb", r"(?a)\w+$",
    r"(?a)\d", r"(?a)a\sb", r"(?a:\w)", r"(?a)\W", r"(?a)[\W]", r"(?i)k", r"(?i)K", r"(?ia)k", r"(?i)s", r"(?i)i", r"(?i)[i]", r"(?ia)[a-z]+$",
    r"(?i)[a-z]+$", r"(?i)É", r"(?ia)É", r"(?i)[^a]", r"(?i:A)B", r"(?i:a)(?-i:B)", r"(?i-s:a)", r"(?-i)a", r"(?s)a.b", r"a.b", r"a.$", r"a$",
    r"a\Z", r"\Aa", r"\Ab", r"(?m)a$", r"(?m)a\n^b", r"a\n^b", r"(?x) a  b # c", "(?x)a[ ]b", r"(?x)a\ b", r"(?x)a #", r"(?#c)a", r"(?#c", r"a(?#c)+b", r"a(?i)b",
    r"(?i)(?s)A.B", r"(?L)a", r"(?z)a", r"(?i", r"(?i-)a", r"(?i-i:a)", r"(?au)a", r"(?u)\w", r"(?<n>a)", r"(?'n'a)", r"(?P>n)", r"(?P", "\\", r"\q", r"\-", r"\_",
    r"\x61", r"\x6", r"\u0061", r"\U00000061", r"\U99999999", r"\N{DIGIT ONE}", r"\0", r"\060", r"\141", r"\477", r"[\1]", r"[\b]", r"[\A]", r"\ba", r"a\b", r"a\B", r"[\q]",
    r"\a\f\v", r"a\tb", r"[a-c&&b]", r"[[a]", r"{", r"}", r"]", r"a}", r"(a|b|)", r"|a", r"a||b", r"((((a))))", r"(a*)*b", r"(?:a*)+$", r"(|a)+b", r"a{0}b", r"a{0,0}$",
    r"\\", r"\.", r"é", r"😀", r"[😀]", r"[à-ü]", r".", r"..", r"(?s:.)+$", r"[^/]+/[^/]+$", r"[^/]+$", r".*/\d{4}/.*", r"x_\d-\d\d\.text$", r"date=\d+/", r"(?i)DATE=", r"(?i)ß", r"(?i)ſ",
    "(?i)\u212a", "(?i)\u0131", "(?i)\u0130", r"a.{3}g", r"\w{2,3}$", r"\(", r"a\+b\(c\)", r"^$", r"^", r"$", r"^a|^b", r"(?m)^", r"(?:^a)", r"(?:a|^)b", r"\Z", r"a(?:$|b)", r"(a+)+$", r"(?P<é>a)",
]

ATOMS = ["a", "b", "c", ".", r"\.", r"\d", r"\w", r"\s", r"\W", r"\S", r"\D", "/", "-", "_", "é", "[ab]", "[^a]", r"[\w.]", r"[^\s/]", "[a-c]", "[^/]", r"[\W_]", "1", "2", " ", "jpg", "^", "$", r"\Z"]
COUNTS = ["", "", "", "", "*", "+", "?", "*?", "{2}", "{,2}", "{1,}", "+?", "{0,3}"]
PREFIXES = ["", "", "", "", "(?i)", "(?s)", "(?a)", "(?m)", "(?ai)", "(?x)", "(?is)"]


def pattern(depth=0):
    parts = []
    for _ in range(random.randint(1, 4)):
        if depth < 3 and random.random() < 0.25:
            opening = random.choice(["(", "(?:", "(?i:", "(?-i:", "(?s:", "(?P<n%d>" % random.randint(0, 10**6)])
            parts.append(opening + pattern(depth + 1) + ")" + random.choice(COUNTS))
        else:
            parts.append(random.choice(ATOMS) + random.choice(COUNTS))
    if random.random() < 0.2:
        parts.insert(random.randint(0, len(parts)), "|")
    return "".join(parts)


def answers(text):
    try:
        compiled = re.compile(text)
    except (re.error, OverflowError, ValueError):
        return None
    return "".join("1" if compiled.match(key) else "0" for key in KEYS)


def main():
    patterns = list(dict.fromkeys(BY_HAND + [random.choice(PREFIXES) + pattern() for _ in range(1500)]))
    rows = [[each, answers(each)] for each in patterns]
    out = ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows)
    sys.stdout.write('{"keys": ' + json.dumps(KEYS) + ',\n"rows": [\n' + out + "\n]}\n")


main()
