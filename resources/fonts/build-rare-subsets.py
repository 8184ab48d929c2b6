"""Cuts the Han characters that @fontsource/noto-serif-sc lacks out of two free fonts, 256 code points a file.

    python3 -m pip install fonttools brotli
    apt-get install fonts-noto-cjk fonts-hanazono
    python3 resources/fonts/build-rare-subsets.py

Run again only when one of the fonts changes; the result is committed.
"""
import json, os, sys
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

here = os.path.dirname(os.path.abspath(__file__))
shipped = os.path.join(here, '../../node_modules/@fontsource/noto-serif-sc/files')
noto = os.environ.get('NOTO_SERIF_CJK', '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc')
hanazono = os.environ.get('HANAZONO', '/usr/share/fonts/truetype/hanazono')
HAN = [(0x2E80, 0x2FDF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x323AF)]


def is_han(point):
    return any(first <= point <= last for first, last in HAN)


def points_of(path, number=-1):
    with TTFont(path, fontNumber=number, lazy=True) as font:
        return {point for point in font.getBestCmap() if is_han(point)}


def cut(path, number, points, target, flavor):
    options = subset.Options(layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True,
                             name_IDs=[0, 1, 2, 13, 14], flavor=flavor, drop_tables=['vhea', 'vmtx', 'VORG', 'DSIG'])
    options.font_number = number
    font = subset.load_font(path, options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=points)
    worker.subset(font)
    subset.save_font(font, target, options)


# Chromium embeds PostScript outlines as Type 3, which viewers tear out of their line when they copy text.
def as_truetype(path):
    font = TTFont(path)
    if 'CFF ' not in font:
        return
    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    font['glyf'], font['loca'] = newTable('glyf'), newTable('loca')
    font['glyf'].glyphOrder, font['glyf'].glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        font['glyf'].glyphs[name] = pen.glyph()
    del font['CFF ']
    font['maxp'].tableVersion = 0x00010000
    for field in ['maxZones', 'maxTwilightPoints', 'maxStorage', 'maxFunctionDefs', 'maxInstructionDefs',
                  'maxStackElements', 'maxSizeOfInstructions', 'maxComponentElements']:
        setattr(font['maxp'], field, 1 if field == 'maxZones' else 0)
    font['post'].formatType = 3.0
    font.sfntVersion = '\000\001\000\000'
    font.save(path)


# The line metrics of Noto Serif SC, so that one rare character neither opens its line nor leaves it.
def share_a_line(path):
    font = TTFont(path)
    ascent, descent = (round(part * font['head'].unitsPerEm) for part in (1.151, 0.286))
    font['hhea'].ascent, font['hhea'].descent, font['hhea'].lineGap = ascent, -descent, 0
    font['OS/2'].usWinAscent, font['OS/2'].usWinDescent = ascent, descent
    font.save(path)


def ranges(points):
    runs = []
    for point in sorted(points):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return runs


def write_blocks(source, path, number, points, index):
    whole = os.path.join(here, 'rare', f'{source}.tmp')
    cut(path, number, points, whole, None)
    as_truetype(whole)
    share_a_line(whole)
    for block in sorted({point >> 8 for point in points}):
        wanted = {point for point in points if point >> 8 == block}
        name = f'{source}-{block:03x}00.woff2'
        cut(whole, -1, wanted, os.path.join(here, 'rare', name), 'woff2')
        index.append({'file': name, 'ranges': ranges(wanted)})
    os.remove(whole)


def write_index(name, index):
    with open(os.path.join(here, name), 'w') as out:
        out.write('[\n' + ',\n'.join(json.dumps(entry, separators=(',', ':')) for entry in index) + '\n]\n')


# The package's own unicode ranges promise some 2,000 code points its files do not have; so ask the files.
def write_shipped_index():
    with open(os.path.join(shipped, '../unicode.json')) as file:
        subsets = sorted((key.strip('[]') for key in json.load(file)), key=lambda name: name != 'latin')
    index, covered = [], set()
    for name in subsets:
        with TTFont(os.path.join(shipped, f'noto-serif-sc-{name}-400-normal.woff2'), lazy=True) as font:
            points = set(font.getBestCmap()) - covered
        covered |= points
        index.append({'file': f'noto-serif-sc-{name}', 'ranges': ranges(points)})
    write_index('noto-serif-sc.json', index)
    return covered


os.makedirs(os.path.join(here, 'rare'), exist_ok=True)
covered = write_shipped_index()
index = []
for source, path, number in [('noto', noto, 2), ('hana', f'{hanazono}/HanaMinA.ttf', -1),
                             ('hanb', f'{hanazono}/HanaMinB.ttf', -1)]:
    wanted = points_of(path, number) - covered
    covered |= wanted
    print(source, len(wanted), file=sys.stderr)
    write_blocks(source, path, number, wanted, index)
write_index('rare.json', index)
