"""Which roles the lines of a page may have, as its truth says: the truth names titles, bylines and paragraphs, and where articles
begin; which of several roles a paragraph has, and whether a line of a torn piece begins a draft, is left open."""
import unicodedata

ROLES = ("furniture fixture fixture_body column kicker title subtitle note byline lead orphan body crosshead tail caption credit "
         "notice_heading notice notice_more report").split()
FURNITURE, NOTICE = {"furniture", "fixture", "fixture_body"}, {"notice_heading", "notice", "notice_more"}
TEXT = {"lead", "orphan", "body", "report", "tail", "byline", "note", "credit"}
HEAD = {"column", "kicker", "title", "subtitle"}
PICTURE = {"caption", "credit", "body", "tail", "byline"}
LABELLED = {"shape label", "shape label_title", "shape box_label"}
ANY = set(ROLES)


def key(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LMN")


def pairs(text):
    return [text[i:i + 2] for i in range(len(text) - 1)]


class Element:
    """A title, a paragraph … of the truth."""

    def __init__(self, article, field, text):
        self.article, self.field, self.key = article, field, key(text)
        self.pairs = set(pairs(self.key))


def texts(value):
    """The strings in a field, which may be one, a list, or paragraphs with more about them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return texts(value.get("text") or "")
    return [text for item in value or [] for text in texts(item)]


def elements(truth):
    found = []
    for number, article in enumerate(truth["articles"]):
        headings = {key(text) for text in texts(article.get("headings"))}
        for field in ("column", "kicker", "title", "subtitle", "byline"):
            found += [Element(number, field, text) for text in texts(article.get(field))]
        for text in texts(article.get("paragraphs")):
            found.append(Element(number, "heading" if key(text) in headings else "paragraph", text))
        for notice in article.get("notices") or []:
            found += [Element(number, "notice", text) for text in (notice.get("title") or "", *(notice.get("text") or "").split("\n"))]
    return [element for element in found if element.key]


def likeness(text, element):
    """How well a line's key fits an element; 0: not at all."""
    if text == element.key:
        return 3
    if text in element.key:
        return 2 if len(text) >= 6 else 1.2
    if element.key in text and len(element.key) >= 4:
        return 0.3 + 1.5 * len(element.key) / len(text)
    of_line = pairs(text)
    shared = sum(pair in element.pairs for pair in of_line) / max(len(of_line), 1)
    return shared if shared > 0.6 else 0                              # OCR, or a line with something strange


def elements_of(lines, found):
    """The element of each line, or None: the likest, of several that are alike one of the same article or of the next."""
    of_line, last = [], None
    for line in lines:
        text, best, most = key(line["text"]), None, 0
        for number, element in enumerate(found):
            fit = likeness(text, element) if text else 0
            if fit == 0:
                continue
            fit -= 0.25 * (element.field == "byline")
            if last is not None:
                fit += 0.8 * (element.article == found[last].article) + 0.3 * (element.article == found[last].article + 1)
                fit -= 1e-4 * abs(last + 1 - number)
            if fit > most:
                best, most = number, fit
        of_line.append(best)
        last = best if best is not None else last
    return of_line


def roles_of(line, element, article, headings_known):
    kind, field = article["type"], element.field
    if kind == "furniture":
        return FURNITURE
    if kind == "notice":
        return {"notice_heading"} if field == "title" else NOTICE
    if kind in ("other", "ad"):
        return ANY - NOTICE
    if field in ("kicker", "title", "column", "subtitle"):
        run_in = field == "title" and len(element.key) < 0.6 * len(key(line["text"]))
        return ANY if run_in else {field}
    if kind == "caption":
        return PICTURE
    if field == "byline":
        return {"byline", "tail", "note", "credit", "lead", "body"}
    if field == "heading":
        return {"crosshead", "body"} if LABELLED & set(line["signs"]) else {"crosshead"}
    return TEXT if headings_known and kind != "document" else TEXT | {"crosshead"}


def constrain(lines, truth):
    """For each line the roles it may have, and whether it begins an article: True, False, or None where that is open."""
    found = elements(truth)
    of_line, articles = elements_of(lines, found), truth["articles"]
    headings_known = "headings" not in truth.get("unscored", [])
    first = {}
    for number, element in enumerate(found):
        if element.field != "byline":                                  # it may stand anywhere
            first.setdefault(element.article, number)
    roles, begins, seen = [], [], set()
    for i, line in enumerate(lines):
        number, before = of_line[i], of_line[i - 1] if i else None
        if number is None:
            roles.append(as_now(line, ANY)), begins.append(None)
            continue
        element, article = found[number], articles[found[number].article]
        roles.append(roles_of(line, element, article, headings_known))
        if article["type"] in ("furniture", "notice"):                 # how their lines go together is not told
            roles[-1] = as_now(line, roles[-1])
        begun = element.article in seen
        torn = begun or (element.field == "paragraph" and number != first[element.article])
        if article["type"] == "caption" and not begun and element.field == "paragraph":
            roles[-1] = {"caption"}
        seen.add(element.article)
        same = before is not None and found[before].article == element.article
        if before is None:                                             # behind the page's begin, or what the truth does not know
            roles[-1] = as_now(line, roles[-1])
            begins.append(None)
            continue
        if not same and element.field == "subtitle":                   # apart from its title
            roles[-1] = {line["role"]}
        if not same and {element.field, found[before].field} <= HEAD:  # a row of titles, whose texts come behind them all (rows.h)
            roles[-1] = {line["role"]}
            begins.append(None)
            continue
        kinds = {article["type"], articles[found[before].article]["type"]}
        grouped = kinds == {"furniture"} or kinds == {"notice"}        # how those group is open to taste
        open_ = grouped or (torn and not same and not line["begins"])  # a rest that stands apart now stays so, to be stitched
        begins.append(None if open_ else not same)
    return roles, begins


def as_now(line, roles):
    """Where the truth leaves several roles open, the line keeps the one that it has."""
    return {line["role"]} if line["role"] in roles else roles
