"""Good files with all that their formats are read for; the fuzz run changes them."""

from tests.hostile.case import WORDS

RICH = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Serif;}{\f1\fcharset204 Cyr;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}}"
    r"{\info{\title Bridge}{\author Mara Quill}{\creatim\yr2024\mo11\dy1}}"
    r"{\header\pard Page\par}\pard\s1 Bridge\par\pard "
    + WORDS
    + r" caf\'e9 \u8364? {\f1\'cc\'fd\'f0}{\deleted gone }{\revised come }{\v hidden}"
    r"{\*\atrfstart 1}words{\*\atrfend 1}{\*\atnid M}{\*\atnauthor Mara}\chatn"
    r"{\*\annotation{\*\atnref 1}{\*\atndate 667624000}Why?}{\super\chftn{\footnote Minutes.}}"
    r'{\field{\*\fldinst HYPERLINK "https://x.example/"}{\fldrslt link}}\par'
    r"{\listtext\'b7\tab}One\par\trowd\pard\intbl a\cell b\cell\row\pard"
    r"{\shp{\*\shpinst{\shptxt Box\par}}}{\pict 00}\bin2 xxEnd\par}"
)
_PAGE = (
    f'<meta charset="utf-8"><article><h1>Bridge</h1><p>{WORDS} <a href="https://x.example/">More'
    f"</a></p><table><tr><td>a</td><td>b</td></tr></table><p>{WORDS}</p><blockquote>{WORDS}"
    "</blockquote></article>"
)
_HEAD = "From: =?utf-8?q?In=C3=A9s?= <a@b.example>\nSubject: Bridge\nMIME-Version: 1.0\n"
MAIL = (
    f"{_HEAD}Date: Tue, 05 Nov 2024 09:00:00 +0100\nContent-Type: multipart/mixed; boundary=x\n\n"
    "--x\nContent-Type: multipart/alternative; boundary=y\n\n"
    "--y\nContent-Type: text/plain; charset=utf-8; format=flowed\n"
    f"Content-Transfer-Encoding: quoted-printable\n\n{WORDS} =E2=82=AC \n> quoted\n\nMore\n"
    f"--y\nContent-Type: text/html; charset=utf-8\n\n{_PAGE}\n--y--\n"
    "--x\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment\n"
    "Content-Transfer-Encoding: base64\n\nJVBERg==\n--x--\n"
)
SAVED_PAGE = (
    f"{_HEAD}Snapshot-Content-Location: https://x.example/\n"
    "Content-Type: multipart/related; boundary=x\n\n"
    "--x\nContent-Type: text/html\nContent-Location: https://x.example/\n"
    f"Content-Transfer-Encoding: 8bit\n\n{_PAGE}\n--x\nContent-Type: text/css\n\np {{}}\n--x--\n"
)
SRT = (
    f"1\n00:00:01,000 --> 00:00:02,500\n<i>{WORDS}</i>\n- Yes?\n\n"
    "2\n00:00:02,500 --> 00:00:04,000\n{\\an8}- No.\n\n"
    f"3\n00:01:00,000 --> 00:01:01,000\n{WORDS}\n"
)
VTT = (
    "WEBVTT - Hearing\nLanguage: en\n\nSTYLE\n::cue {}\n\nNOTE so\n\n"
    f"one\n00:01.000 --> 00:02.500 align:start\n<v Ines>{WORDS} &amp; <00:02.000>more</v>\n\n"
    f"00:02.500 --> 01:00:04.000\n<v Ed><c.x>Yes</c>.\n{WORDS}\n"
)
