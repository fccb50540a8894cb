package io.github.microgradj.viz;

import java.io.IOException;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphper.draw.ExecuteException;
import org.graphper.parser.DotParser;

/** graph-support: Graphviz's layout written again in Java, for platforms that have nothing else. */
final class GraphSupport implements GraphEngine {
    private static final Pattern ENTITY = Pattern.compile("&#(\\d+);");
    private static final Pattern STAND_IN = Pattern.compile("[\uE000-\uE07F]");
    /** Where private-use characters begin: they stand for characters that mean something in a record. */
    private static final int STAND_INS = 0xE000;

    private static final Pattern BACKGROUND = Pattern.compile("<polygon id=\"graph_0_polygon\"[^>]*></polygon>");
    private static final Pattern OUTLINE = Pattern.compile(" (?:points|d)=\"([^\"]*)\"");
    private static final Pattern POINT = Pattern.compile("(-?[0-9.]+),(-?[0-9.]+)");
    private static final double PADDING = 14.4;

    @Override
    public String svg(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException {
        FutureTask<String> drawing = Background.start(() -> draw(dot));
        try {
            return drawing.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("graph-support failed: " + Background.reason(e), e);
        }
    }

    private static String draw(String dot) throws ExecuteException {
        BundledFont.register();
        return crop(withoutStandIns(DotParser.parse(withoutEntities(dot)).toSvgStr()));
    }

    /** It shows entities as they are written and keeps the blanks at the ends of cells. */
    private static String withoutEntities(String dot) {
        String tight = dot.replace("\"{ ", "\"{")
                .replace(" }\"", "}\"")
                .replace(" | ", "|")
                .replace("&#92;&#92;", "&#92;");
        return ENTITY.matcher(tight).replaceAll(entity -> {
            int c = Integer.parseInt(entity.group(1));
            boolean special = "{}|<>\"\\".indexOf(c) >= 0;
            return Matcher.quoteReplacement(Character.toString(special ? STAND_INS + c : c));
        });
    }

    private static String withoutStandIns(String svg) {
        return STAND_IN.matcher(svg)
                .replaceAll(character -> "&#" + (character.group().charAt(0) - STAND_INS) + ";");
    }

    /** It leaves wide margins around graphs that run from left to right. */
    private static String crop(String svg) {
        String content = BACKGROUND
                .matcher(svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1))
                .replaceFirst("");
        DoubleSummaryStatistics x = new DoubleSummaryStatistics();
        DoubleSummaryStatistics y = new DoubleSummaryStatistics();
        OUTLINE.matcher(content)
                .results()
                .forEach(outline -> POINT.matcher(outline.group(1)).results().forEach(point -> {
                    x.accept(Double.parseDouble(point.group(1)));
                    y.accept(Double.parseDouble(point.group(2)));
                }));
        String page = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%3$.2fpt\" height=\"%4$.2fpt\""
                        + " viewBox=\"%1$.2f %2$.2f %3$.2f %4$.2f\">\n"
                        + "<rect x=\"%1$.2f\" y=\"%2$.2f\" width=\"%3$.2f\" height=\"%4$.2f\" fill=\"white\"/>\n",
                x.getMin() - PADDING,
                y.getMin() - PADDING,
                x.getMax() - x.getMin() + 2 * PADDING,
                y.getMax() - y.getMin() + 2 * PADDING);
        return page + content;
    }
}
