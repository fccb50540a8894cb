package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.Curves.Curve;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.ArrayList;
import java.util.List;

/** A plot of curves in the characters of a terminal, with axes. */
final class CurveText {
    private static final String SYMBOLS = "*+ox#@";

    private final Curves plot;
    private final ColorLevel colors;
    private final boolean unicode;
    private final boolean braille;
    private final ClassGrid.Interval x; // stored, because each call of plot.x() examines all points
    private final TextAxes axes;
    private final DotGrid dots;

    CurveText(Curves plot, int columns, int rows, ColorLevel colors, boolean unicode) {
        this.plot = plot;
        this.colors = colors;
        this.unicode = unicode;
        this.braille = unicode && (colors != ColorLevel.NONE || plot.curves().size() == 1);
        this.x = plot.x();
        this.axes = new TextAxes(x, plot.y(), plot.isWhole(), columns, rows, unicode);
        this.dots = new DotGrid(axes.columns(), axes.rows(), braille);
    }

    List<String> lines() {
        for (int i = 0; i < plot.curves().size(); i++) {
            draw(plot.curves().get(i), i);
        }
        CellGrid cells = new CellGrid(axes.columns(), axes.rows());
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                if (!dots.isBlank(row, column)) {
                    int owner = dots.owner(row, column);
                    cells.put(row, column, braille ? dots.braille(row, column) : symbol(owner), style(owner));
                }
            }
        }
        List<TextAxes.Part> legend = new ArrayList<>();
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            legend.add(new TextAxes.Part(mark(curve, i), 2, curve.name()));
        }
        plot.trail().ifPresent(trail -> {
            TrajectoryText text = new TrajectoryText(trail, axes, colors, unicode);
            text.draw(cells);
            legend.add(text.legend(text.style()));
        });
        return axes.around(plot.title(), cells, legend);
    }

    /**
     * Draws a curve. Connects each value to the preceding one if both are finite and at least one is in view. Draws a
     * dot for a separate point, and for a value after a gap.
     */
    private void draw(Curve curve, int owner) {
        for (int i = 0; i < curve.x().length; i++) {
            int from = i > 0 && !curve.isPoints() && Double.isFinite(curve.y()[i - 1]) ? i - 1 : i;
            if (Double.isFinite(curve.y()[i])
                    && (axes.isInSight(curve.y()[i]) || axes.isInSight(curve.y()[from]))
                    && (isAcross(curve.x()[i]) || isAcross(curve.x()[from]))) {
                dots.line(
                        axes.across(curve.x()[from]),
                        axes.down(curve.y()[from]),
                        axes.across(curve.x()[i]),
                        axes.down(curve.y()[i]),
                        owner,
                        curve.dashed());
            }
        }
    }

    private boolean isAcross(double value) {
        return x.low() <= value && value <= x.high();
    }

    private String style(int owner) {
        return colors.select(TerminalColor.line(plot.color(plot.curves().get(owner))), false);
    }

    private static int symbol(int owner) {
        return SYMBOLS.charAt(owner % SYMBOLS.length());
    }

    private String mark(Curve curve, int owner) {
        StyledLine mark = new StyledLine();
        mark.append(
                style(owner),
                braille
                        ? switch (curve.stroke()) {
                            case SOLID -> "──";
                            case DASHED -> "╌╌";
                            case POINTS -> "··";
                        }
                        : Character.toString(symbol(owner)).repeat(2));
        return mark.end();
    }
}
