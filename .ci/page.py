#!/usr/bin/env python3
"""Opens the page that `check --format html` writes in a browser, and looks at it as its readers do.

    page.py PROGRAM [FOLDER]    FOLDER keeps the pictures and the prints, to be looked at by eye
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import browser  # noqa: E402

STAGES = {"n": "notice", "p": "particularity", "s": "summary-judgment"}
RUNS = {
    "founding": ["examples/founding-answer.txt"],
    "persons": ["examples/persons-answer.txt"],
    "two": ["examples/bad-answer.txt", "examples/statement-2019-210.md", "absent.pdf"],
    "unquoted": ["examples/bad-answer.txt", "--no-quote"],
}

# The findings that can be seen, and how they are seen.
SEEN = "[...document.querySelectorAll('.finding')].filter(e => e.checkVisibility())"
# What the parser for HTML and the one for XML make of the same text.
TREES = """(text => {
  const walk = node => node.nodeType === 3 ? node.data : node.localName +
    [...node.attributes].map(a => a.name + '=' + a.value).join(' ') + '(' + [...node.childNodes].map(walk).join('|') + ')';
  const main = (text, type) => walk(new DOMParser().parseFromString(text, type).querySelector('main'));
  const named = text.replace('<html ', '<html xmlns="http://www.w3.org/1999/xhtml" ');
  return main(text, 'text/html') === main(named, 'application/xhtml+xml');
})"""
# Words whose colour stands out too little from what is behind them, as tag, colours and ratio.
FAINT = """(() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => { const [r, g, b] = numbers(colour).map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (numbers(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
  const has = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll('body *')].filter(e => has(e) && e.checkVisibility()).map(e => {
    const [a, b] = [getComputedStyle(e).color, behind(e)];
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return [(high + 0.05) / (low + 0.05), e.tagName, e.className, a, b]; }).filter(([ratio]) => ratio < 4.5);
})()"""
WIDE = """[...document.querySelectorAll('body *')].filter(e => !e.closest('.wide table')
  && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className)"""

failures = []


def hold(what, is_so, seen=""):
    if not is_so:
        failures.append(f"{what}: {seen}")


def program(path, arguments):
    """What the program writes; findings and unread papers are no failure here."""
    done = subprocess.run([path, "check"] + arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(f"check {arguments}: exit {done.returncode}")
    return done.stdout.decode()


def choose(page, name):
    page.run(f"document.getElementById('{name}').click()")


def looks(page, name, path, folder):
    """Both colours, a telephone and paper: nothing loaded, nothing said, nothing too wide, nothing too faint."""
    for look, width, dark in (("light", 1280, False), ("dark", 1280, True), ("phone", 360, False)):
        page.show(path, width=width, dark=dark)
        where = f"{name}, {look}"
        hold(f"{where}: console and network", not page.complaints(), page.complaints())
        hold(f"{where}: width", page.run("innerWidth") == width == page.run("document.documentElement.scrollWidth"), page.run(WIDE))
        hold(f"{where}: too wide", page.run(WIDE) == [], page.run(WIDE))
        hold(f"{where}: contrast", page.run(FAINT) == [], page.run(FAINT))
        if folder:
            page.picture(os.path.join(folder, f"{name}-{look}.png"))
    page.show(path, media="print")
    hold(f"{name}, print: filter", not page.run("document.querySelector('.filter').checkVisibility()"))
    hold(f"{name}, print: ink", page.run("getComputedStyle(document.body).color") == "rgb(0, 0, 0)")
    size = page.printed(os.path.join(folder, f"{name}.pdf") if folder else os.devnull)
    hold(f"{name}, print: size", size > 5000, size)


def stages(page, name, path, reports):
    """Each stage shows as many findings as the report at it holds, and each severity can be taken out."""
    page.show(path)
    for letter, stage in STAGES.items():
        choose(page, "at-" + letter)
        wanted = [f["severity"] for d in reports[stage]["documents"] for f in d["findings"]]
        seen = page.run(SEEN + f".map(e => e.dataset.{letter})")
        hold(f"{name} at {stage}: findings", sorted(seen) == sorted(wanted), (seen, wanted))
        for severity in ("error", "warning", "note"):
            label = f"document.getElementById('show-{severity}').parentElement.innerText"
            hold(f"{name} at {stage}: count", f" {wanted.count(severity)}" in page.run(label).replace("\n", " "), page.run(label))
            marked = f"document.querySelector('mark[data-{letter}={severity}]')"
            line = f"{marked} && getComputedStyle({marked}).textDecorationLine"
            hold(f"{name} at {stage}: {severity} marked", page.run(line) in (None, "underline"), page.run(line))
            choose(page, "show-" + severity)
            seen = page.run(SEEN + f".map(e => e.dataset.{letter})")
            rest = sorted(each for each in wanted if each != severity)
            hold(f"{name} at {stage} without {severity}s", sorted(seen) == rest, (seen, rest))
            hold(f"{name} at {stage}: {severity} unmarked", page.run(line) in (None, "none"), page.run(line))
            said = f"document.querySelector('.off.{severity}').checkVisibility()"
            hold(f"{name} at {stage}: told that no {severity}s are shown", page.run(said))
            choose(page, "show-" + severity)


def keys(page, name, path):
    """All that can be done is done by keyboard, and the reader sees where she is."""
    page.show(path)
    focused, line = [], True
    for _ in range(400):
        page.press("Tab", 9)
        at = page.run("(e => e === document.body ? null : [e.tagName, e.id, e.className, e.getAttribute('href')])(document.activeElement)")
        if at is None:
            break
        line = line and page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
        focused.append(at)
    hold(f"{name}: the way past the head comes first", focused and focused[0][2] == "skip", focused[:1])
    hold(f"{name}: the focus is seen", line)
    ids = [each[1] for each in focused]
    for wanted in ("show-error", "show-warning", "show-note"):
        hold(f"{name}: {wanted} is reached", wanted in ids, ids[:10])
    hold(f"{name}: a stage is reached", any(each.startswith("at-") for each in ids), ids[:10])
    hold(f"{name}: tables are reached", any(each[2] == "wide" for each in focused))
    links = page.run("[...document.querySelectorAll('a')].filter(e => e.checkVisibility()).length")
    reached = sum(1 for each in focused if each[0] == "A")
    hold(f"{name}: links are reached", reached >= min(links, 300), (reached, links))
    page.run("document.querySelector('[name=stage]:checked').focus()")
    before = page.run("document.querySelector('[name=stage]:checked').id")
    page.press("ArrowRight", 39)
    after = page.run("document.querySelector('[name=stage]:checked').id")
    hold(f"{name}: an arrow chooses the next stage", before != after, (before, after))
    nameless = [
        node for node in page.ask("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") in ("link", "radio", "checkbox", "region", "article", "navigation")
        and not node.get("name", {}).get("value")
    ]
    hold(f"{name}: everything has a name", not nameless, nameless[:3])


def main():
    path = browser.find()
    if not path:
        sys.exit("no Chromium was found; install Debian's package chromium, or set CHROMIUM to its path")
    checker, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    page = browser.Browser(path)
    try:
        with tempfile.TemporaryDirectory() as pages:
            for name, arguments in RUNS.items():
                file = os.path.join(pages, name + ".html")
                text = program(checker, arguments + ["--format", "html"])
                with open(file, "w", encoding="utf-8") as written:
                    written.write(text)
                reports = {
                    stage: json.loads(program(checker, arguments + ["--format", "json", "--stage", stage]))
                    for stage in STAGES.values()
                }
                looks(page, name, file, folder)
                stages(page, name, file, reports)
                keys(page, name, file)
                hold(f"{name}: as HTML and as XML it is the same", page.run(f"{TREES}({json.dumps(text)})"))
    finally:
        page.close()
    for failure in failures:
        print("page:", failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
