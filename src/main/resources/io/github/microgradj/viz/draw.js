// Draws with viz.js. Run once, after viz.js and its renderer.

var svg, failure;
var viz = new Viz({
    Module: function () {
        return Viz.Module({ TOTAL_MEMORY: 64 * 1024 * 1024, print: function () {}, printErr: function () {} });
    },
    render: Viz.render
});

// The widths of DejaVu Sans, from space to tilde, in units of 1/2048; what is not among them comes in bytes of UTF-8.
var widths = new Array(256).fill(0.6);
[
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087,
    2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612,
    1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799, 690, 799, 1716, 1024,
    1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253,
    1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716
].forEach(function (width, i) { widths[32 + i] = width / 2048; });
viz.setFontWidth('DejaVu Sans', widths);

// The result is in ASCII, because strings with characters beyond U+FFFF arrive in Java cut short.
function ascii(text) {
    return text.replace(/[^\x00-\x7f]/gu, function (c) { return '&#' + c.codePointAt(0) + ';'; });
}

function draw(dot) {
    svg = failure = '';
    viz.renderString(dot).then(function (s) { svg = ascii(s); }, function (e) { failure = String(e); });
}
