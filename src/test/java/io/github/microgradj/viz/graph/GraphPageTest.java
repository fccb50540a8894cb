package io.github.microgradj.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.picture.PageTest;
import io.github.microgradj.viz.picture.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Tests of the page for a graph: what it shows at each step, and how it responds to keys, the pointer and searches. */
class GraphPageTest extends PageTest {
    /** Uses many operations, values that are used twice, and a square by multiplication. */
    @Test
    void sliderStepsThroughTheEnginesNumbers() {
        Value a = new Value(-0.7, "a");
        Value b = new Value(1.3, "b");
        Value c = a.mul(b).add(a).tanh();
        Value d = c.mul(c).sub(b.div(a.neg()).sigmoid()).exp();
        Value root = d.log().softplus().add(c.relu()).pow(-2).add(d);
        open(GraphDot.of(root), 1000, 700);
        List<Value> nodes = Graph.of(root).nodes();
        List<Value> computed = nodes.stream().filter(node -> node.op() != null).toList();
        List<IdentityHashMap<Value, Double>> sums = partialSums(root);
        root.backward();

        assertThat(property("slider", "max")).isEqualTo(String.valueOf(2 * computed.size() + 1));
        press(Keys.HOME);
        for (int step = 0; step <= 2 * computed.size() + 1; step++) {
            assertThat(property("slider", "value")).isEqualTo(String.valueOf(step));
            Map<String, Map<String, String>> shown = shown();
            for (int i = 0; i < nodes.size(); i++) {
                Value node = nodes.get(i);
                boolean known = node.op() == null || computed.indexOf(node) < step;
                double sum = sums.get(Math.max(0, step - computed.size())).getOrDefault(node, 0.0);
                assertThat(shown.get("v" + i))
                        .as("step %d, %s", step, node)
                        .containsEntry("data", known ? Repr.of(node.data) : "")
                        .containsEntry("grad", Repr.of(sum))
                        .containsEntry("gradText", "grad " + TextFormat.number(sum, 4));
            }
            press(Keys.ARROW_RIGHT);
        }
        // At the end, the page shows the engine's own gradients.
        Map<String, Map<String, String>> shown = shown();
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(shown.get("v" + i)).containsEntry("grad", Repr.of(nodes.get(i).grad));
        }
    }

    /**
     * Returns the sums after each step of a backward pass: none, the root's 1, then the terms of one node at a time, in
     * the order that {@code backward} promises.
     */
    private static List<IdentityHashMap<Value, Double>> partialSums(Value root) {
        List<Value> order = new ArrayList<>();
        finish(root, new IdentityHashMap<>(), order);
        IdentityHashMap<Value, Double> sums = new IdentityHashMap<>();
        List<IdentityHashMap<Value, Double>> steps = new ArrayList<>(List.of(new IdentityHashMap<>()));
        sums.put(root, 1.0);
        steps.add(new IdentityHashMap<>(sums));
        for (int i = order.size() - 1; i >= 0; i--) {
            Value node = order.get(i);
            Value left = node.operands().get(0);
            Value right = node.operands().size() == 2 ? node.operands().get(1) : null;
            double other = right == null ? node.constant() : right.data;
            double gradient = sums.get(node);
            sums.put(left, sums.getOrDefault(left, 0.0) + node.op().da().apply(left.data, other, node.data) * gradient);
            if (right != null) {
                double local = node.op().db().apply(left.data, other, node.data);
                sums.put(right, sums.getOrDefault(right, 0.0) + local * gradient);
            }
            steps.add(new IdentityHashMap<>(sums));
        }
        return steps;
    }

    private static void finish(Value node, IdentityHashMap<Value, Boolean> entered, List<Value> order) {
        if (node.op() == null || entered.put(node, true) != null) {
            return;
        }
        for (int i = node.operands().size() - 1; i >= 0; i--) {
            finish(node.operands().get(i), entered, order);
        }
        order.add(node);
    }

    @Test
    void linesTellTheChainRuleWithNumbers() {
        Value x = new Value(3, "x");
        Value w = new Value(-2, "w");
        Value y = x.mul(w).pow(2);
        y.label = "y";
        open(GraphDot.of(y), 1000, 700);
        press(Keys.HOME);
        press(Keys.ARROW_RIGHT);
        assertThat(text("title")).isEqualTo("Forward 1 of 2: v2 = x * w");
        assertThat(lines()).containsExactly("a = x = 3.0000", "b = w = -2.0000", "v2.data = a * b = -6.0000");
        press(Keys.ARROW_RIGHT);
        press(Keys.ARROW_RIGHT);
        assertThat(text("title")).isEqualTo("Backward begins at y");
        press(Keys.ARROW_RIGHT);
        assertThat(text("title")).isEqualTo("Backward 1 of 2: y = v2 ** 2 passes its gradient on");
        assertThat(lines())
                .containsExactly("v2.grad += \u2202y/\u2202v2 \u00d7 y.grad = (2 * v2 ** (2 - 1)) \u00d7 y.grad = "
                        + "-12.0000 \u00d7 1.0000 = -12.0000, so v2.grad = -12.0000");
        press(Keys.END);
        assertThat(lines())
                .containsExactly(
                        "x.grad += \u2202v2/\u2202x \u00d7 v2.grad = w \u00d7 v2.grad = -2.0000 \u00d7 -12.0000 = 24.0000, so x.grad = 24.0000",
                        "w.grad += \u2202v2/\u2202w \u00d7 v2.grad = x \u00d7 v2.grad = 3.0000 \u00d7 -12.0000 = -36.0000, so w.grad = -36.0000");
    }

    @Test
    void worksAtTheWidthOfAPhone() throws IOException {
        open(Neurons.named(), 400, 800);
        press(Keys.END);
        checkFits(
                400, List.of("first", "back", "next", "play", "zoomIn", "fit", "search", "slider", "picture", "lines"));
        element("first").click();
        element("next").click();
        assertThat(text("title")).startsWith("Forward 1 of 5");
        screenshot("graph-page-400.png");
    }

    /**
     * Checks that the page opens at its first step, and that the nodes which a step computes or adds to are visible,
     * even on a phone.
     */
    @Test
    void aStepsNodesAreInView() {
        open(Neurons.named(), 400, 760);
        assertThat(text("title")).startsWith("Step 0 of 11");
        for (int step = 1; step <= 11; step++) {
            press(Keys.ARROW_RIGHT);
            assertThat(answer("""
                    (() => {
                        const frame = document.getElementById('picture').getBoundingClientRect();
                        return [...document.querySelectorAll('.node.active')].filter(node => {
                            const box = node.getBoundingClientRect();
                            return box.left < frame.left - 1 || box.right > frame.right + 1
                                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
                        }).map(node => node.id);
                    })()""")).as("nodes out of view at step %d", step).isEqualTo(List.of());
        }
    }

    @Test
    void keysZoomSearchAndWalkFromNodeToNode() throws IOException {
        open(Neurons.named(), 1000, 700);
        String before = viewBox();
        press("+");
        assertThat(viewBox()).isNotEqualTo(before);
        press("-");
        press("0");
        press(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        assertThat(viewBox()).isNotEqualTo(before);
        press("/");
        assertThat(driver().switchTo().activeElement()).isEqualTo(element("search"));
        press("n.w");
        assertThat(text("found")).isEqualTo("2 found");
        assertThat(elements(".node.found")).hasSize(2);
        press(Keys.ENTER);
        assertThat(text("details")).contains("n.w[0]", "parameter", "0.23550571390294128");
        press(Keys.ESCAPE);
        assertThat(elements(".node.found")).isEmpty();
        for (int i = 0; i < 40 && !text("details").contains("y = a * b"); i++) {
            press(Keys.TAB);
        }
        assertThat(text("details")).contains("y = a * b", "\u2202y/\u2202a", "b = 1.0000", "x[0] = 1.0000");
        checkFocusIsSeen();
        screenshot("graph-page.png");
    }

    @Test
    void pointingAtANodeShowsItsFormula() {
        open(Neurons.named(), 1000, 700);
        WebElement relu = elements(".node.operation").stream()
                .filter(node -> node.getText().equals("ReLU"))
                .findFirst()
                .orElseThrow();
        new Actions(driver()).moveToElement(relu).perform();
        assertThat(text("details")).contains("ReLU", "y = max(a, 0)", "a > 0 ? 1 : 0 = 1.0000");
    }

    @Test
    void hostileLabelsAreOnlyText() {
        String label =
                "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> \"{|}\\ \ud83d\ude00 \u05d0\u05d1 \u2028";
        Value value = new Value(Double.NaN, label).mul(new Value(1 / 0.0, "x".repeat(10_000)));
        open(GraphDot.of(value).name("{{svg}}", value), 1000, 700);
        assertThat(driver().getTitle()).isEqualTo("Graph of {{svg}}");
        assertThat(elements("img")).isEmpty();
        Object names = answer("JSON.parse(document.getElementById('graph').textContent).nodes.map(n => n.name)");
        assertThat(names).isEqualTo(List.of(label, "x".repeat(10_000), "{{svg}}"));
        assertThat(shown().get("v0")).containsEntry("data", "nan");
        assertThat(shown().get("v1")).containsEntry("data", "inf");
        assertThat(driver().findElement(By.cssSelector("#v0 title")).getAttribute("textContent"))
                .startsWith("</script><script>");
    }

    @Test
    void dataThatWasChangedSinceIsReported() {
        Value x = new Value(3);
        Value y = x.mul(2);
        open(GraphDot.of(y), 1000, 700);
        assertThat(element("stale").isDisplayed()).isFalse();
        x.data = 4;
        open(GraphDot.of(y), 1000, 700);
        assertThat(element("stale").isDisplayed()).isTrue();
    }

    @Test
    void aLeafAloneHasAPageToo() {
        open(GraphDot.of(new Value(3, "x")), 1000, 700);
        press(Keys.ARROW_RIGHT);
        assertThat(text("title")).isEqualTo("A leaf: there is nothing to compute");
    }

    @Test
    void aPageShowsTheWholeGraphOrIsRefused() {
        open(Neurons.named(), 1000, 700);
        assertThatThrownBy(() -> Neurons.named().depth(2).save(folder.resolve("no.html")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an HTML page shows the whole graph; leave out --depth and --fold");
    }

    private static void open(GraphDot graph, int width, int height) {
        open(graph.save(folder.resolve("page.html")), width, height);
    }

    private static List<String> lines() {
        return elements("#lines li").stream().map(WebElement::getText).toList();
    }

    private static String viewBox() {
        return driver().findElement(By.cssSelector("#picture svg")).getDomAttribute("viewBox");
    }

    /** Returns for each node, by id, its exact data and gradient, and the text in its gradient's cell. */
    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, String>> shown() {
        return (Map<String, Map<String, String>>) driver().executeScript("""
                const shown = {};
                document.querySelectorAll('.node[data-grad]').forEach(node => shown[node.id] = {
                    data: node.dataset.data, grad: node.dataset.grad, gradText: node.querySelector('text.grad').textContent });
                return shown;""");
    }
}
