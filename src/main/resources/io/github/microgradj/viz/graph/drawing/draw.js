// Defines draw(dot), which lays out a graph with viz.js. Runs once, after viz.js and its renderer have been loaded.

var plain, failure;
var viz = new Viz({
    Module: function () {
        return Viz.Module({ TOTAL_MEMORY: 64 * 1024 * 1024, print: function () {}, printErr: function () {} });
    },
    render: Viz.render
});

function draw(dot) {
    plain = failure = '';
    viz.renderString(dot, { format: 'plain' }).then(
        function (text) { plain = text; },
        function (e) { failure = String(e); });
}
