"""Short articles written for the tests, and PDF files made by hand."""


def paragraphs(wrapped: str) -> str:
    """One line a paragraph, a blank line between them."""
    return "\n\n".join(" ".join(p.split()) for p in wrapped.strip().split("\n\n")) + "\n"


HARBOUR = paragraphs("""
The harbour of Lindesnes was closed on Monday after a tanker carrying fuel ran aground near its entrance.

Coast guard officers said the tanker lost its engine in a storm and drifted onto rocks. Two tugs tried to pull it
free.

“The crew is safe and the fuel is still inside the tanker,” said coast guard captain Ingrid Solberg.

Solberg said the harbour would stay closed until the tugs had moved the tanker. Fishermen waited outside the
harbour.

The tanker belongs to a shipping company in Oslo. The company said it would pay for the tugs and for the fishermen's
losses.

Environment officials feared that fuel could leak onto the rocks where seals rest in winter, and asked the coast
guard to hurry.
""")

ORCHESTRA = paragraphs("""
The orchestra of Valdoro will play without a conductor this season, its musicians decided in a vote.

The violinist Pia Marchetti told the audience before a concert that the musicians wanted to choose the music
themselves.

Forty of the sixty musicians voted for the season without a conductor. The old conductor, Renzo Abate, left the
concert hall.

Abate had led the orchestra for twelve seasons. He called the vote a mistake and said a violinist could not lead a
symphony.

The mayor of Valdoro, whose town pays for the concert hall, said the musicians should try. Tickets for the first
concert sold out.

Marchetti said the orchestra would rehearse each symphony twice as long as it had done when Abate held the baton.
""")

TALKS = paragraphs("""
Envoys from Arvenia and Belmark met in Geneva on Tuesday to talk about the border that both countries claim.

Arvenia's foreign minister, Tomas Reval, accused Belmark of moving troops to the border. Belmark denied the
accusation.

“We want the troops to leave the border before we sign anything,” Reval told reporters after the talks in Geneva.

Belmark's envoy, Lena Oster, said her country had moved no troops and would sign an agreement if Arvenia opened the
border.

The talks in Geneva are the third this year. The envoys of Arvenia and Belmark will meet again next month, Oster
said.
""")


def pdf(*pages: str) -> bytes:
    """A PDF with a text layer: each page's lines in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        lines = "".join(f"({line}) Tj T*\n" for line in text.splitlines())
        stream = f"BT /F1 11 Tf 14 TL 50 750 Td\n{lines}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{out}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode("latin-1")
