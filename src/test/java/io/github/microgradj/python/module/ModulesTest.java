package io.github.microgradj.python.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the modules. PythonNumbers and text are those of NumPy 1.24, scikit-learn 1.2 and PyTorch 1.13. */
class ModulesTest {
    private static final Slice ALL = new Slice(null, null, null);

    private static Object np(String function, Object... arguments) {
        return Py.callMethod(PythonModules.named("numpy"), function, arguments);
    }

    private static Object random(String function, Object... arguments) {
        return Py.callMethod(Py.attr(PythonModules.named("numpy"), "random"), function, arguments);
    }

    private static Object points() {
        return np("array", Py.list(Py.list(1.0, 2.0), Py.list(3.0, 4.0), Py.list(5.0, 6.0)));
    }

    @Test
    void randomNumbersAreThoseOfNumPy() {
        random("seed", 1337L);
        assertThat(Py.str(random("permutation", 10L))).isEqualTo("[6 3 0 4 5 2 1 9 8 7]");
        assertThat(Py.str(random("permutation", 5L))).isEqualTo("[4 0 3 2 1]");
        assertThat(Py.repr(random("rand", 3L))).isEqualTo("array([0.73281455, 0.11527423, 0.38627507])");
        assertThat(Py.repr(random("randn"))).isEqualTo("-0.911897938600617");
    }

    @Test
    void arraysPrintAsThoseOfNumPy() {
        Object x = np("arange", -2L, 2L, 0.5);
        assertThat(Py.repr(x)).isEqualTo("array([-2. , -1.5, -1. , -0.5,  0. ,  0.5,  1. ,  1.5])");
        assertThat(Py.repr(np("tanh", x)))
                .isEqualTo("array([-0.96402758, -0.90514825, -0.76159416, -0.46211716,  0.        ,\n"
                        + "        0.46211716,  0.76159416,  0.90514825])");
        assertThat(Py.repr(np("linspace", 0L, 1L, 5L))).isEqualTo("array([0.  , 0.25, 0.5 , 0.75, 1.  ])");
        assertThat(Py.repr(np("array", Py.list(1e-5, 2.5)))).isEqualTo("array([1.0e-05, 2.5e+00])");
        assertThat(Py.str(points())).isEqualTo("[[1. 2.]\n [3. 4.]\n [5. 6.]]");
        assertThat(Py.repr(np("zeros", Py.tuple(2L, 2L)))).isEqualTo("array([[0., 0.],\n       [0., 0.]])");
    }

    @Test
    void elementsAreSelected() {
        Object x = points();
        Object first = Py.get(x, Py.tuple(ALL, 0L));
        assertThat(Py.repr(first)).isEqualTo("array([1., 3., 5.])");
        assertThat(Py.repr(Py.get(x, 1L))).isEqualTo("array([3., 4.])");
        assertThat(Py.repr(Py.attr(x, "shape"))).isEqualTo("(3, 2)");
        assertThat(Py.repr(Py.get(x, Py.list(0L, 2L)))).isEqualTo("array([[1., 2.],\n       [5., 6.]])");
        assertThat(Py.repr(Py.get(x, Py.compare(">", first, 2L)))).isEqualTo("array([[3., 4.],\n       [5., 6.]])");
        assertThat(Py.repr(Py.sub(Py.callMethod(first, "min"), 1L))).isEqualTo("0.0");
        assertThat(Py.repr(Py.callMethod(x, "sum", Keywords.of("axis", 0L)))).isEqualTo("array([ 9., 12.])");
        assertThat(Py.repr(Py.callMethod(x, "mean"))).isEqualTo("3.5");
    }

    @Test
    void arithmeticIsByElement() {
        Object y = np("array", Py.list(0L, 1L, 1L));
        assertThat(Py.repr(Py.sub(Py.mul(y, 2L), 1L))).isEqualTo("array([-1,  1,  1])");
        assertThat(Py.repr(Py.compare(">", y, 0L))).isEqualTo("array([False,  True,  True])");
        assertThat(Py.repr(Py.neg(y))).isEqualTo("array([ 0, -1, -1])");
        assertThat(Py.repr(Py.mul(np("array", Py.list(0.1, 0.25, 1.0)), 3L))).isEqualTo("array([0.3 , 0.75, 3.  ])");
        assertThat(Py.repr(np("sum", Py.truediv(np("arange", 1000L), 7.0)))).isEqualTo("71357.14285714286");
    }

    @Test
    void gridsAreMade() {
        List<Object> grid = List.copyOf((List<?>) np("meshgrid", np("arange", 0L, 3L), np("arange", 0L, 2L, 0.5)));
        assertThat(Py.repr(grid.get(1)))
                .isEqualTo("array([[0. , 0. , 0. ],\n       [0.5, 0.5, 0.5],\n       [1. , 1. , 1. ],\n"
                        + "       [1.5, 1.5, 1.5]])");
        Object columns = Py.get(
                Py.attr(PythonModules.named("numpy"), "c_"),
                Py.tuple(Py.callMethod(grid.get(0), "ravel"), Py.callMethod(grid.get(1), "ravel")));
        assertThat(Py.repr(Py.get(columns, new Slice(null, 3L, null))))
                .isEqualTo("array([[0., 0.],\n       [1., 0.],\n       [2., 0.]])");
    }

    @Test
    void mistakesAreNumPysErrors() {
        assertThatThrownBy(() -> Py.add(np("array", Py.list(1L, 2L)), np("array", Py.list(1L, 2L, 3L))))
                .hasMessage("ValueError: operands could not be broadcast together with shapes (2,) (3,)");
        assertThatThrownBy(() -> Py.get(points(), 5L))
                .hasMessage("IndexError: index 5 is out of bounds for axis 0 with size 3");
        assertThatThrownBy(() -> Py.truth(np("array", Py.list(1L, 2L))))
                .hasMessage("ValueError: The truth value of an array with more than one element is ambiguous. Use"
                        + " a.any() or a.all()");
        assertThatThrownBy(() -> Py.callMethod(points(), "reshape", 4L, 2L))
                .hasMessage("ValueError: cannot reshape array of size 6 into shape (4,2)");
        assertThatThrownBy(() -> np("arrange", 3L)).hasMessageEndingWith("; did you mean arange?");
    }

    @Test
    void dataSetsAreDrawnFromTheSharedGenerator() {
        random("seed", 1337L);
        Object both = Py.callMethod(
                PythonModules.named("sklearn.datasets"), "make_moons", Keywords.of("n_samples", 100L, "noise", 0.1));
        assertThat(Py.repr(Py.callMethod(Py.get(Py.get(both, 0L), 0L), "tolist")))
                .startsWith("[1.12211460754096")
                .contains(", 0.081477173417186");
        assertThat(Py.str(Py.get(Py.get(both, 1L), new Slice(null, 5L, null)))).isEqualTo("[0 0 1 0 1]");
        assertThat(Py.str(random("permutation", 4L))).isEqualTo("[3 0 2 1]");
    }

    @Test
    void tensorsHaveTheNumbersOfPyTorch() {
        Object torch = PythonModules.named("torch");
        Object x = Py.callMethod(Py.callMethod(torch, "Tensor", Py.list(2.0)), "double");
        Py.setAttr(x, "requires_grad", true);
        Object o = Py.callMethod(torch, "tanh", Py.sub(Py.mul(x, 3L), 5L));
        Py.callMethod(o, "backward");
        assertThat(Py.callMethod(Py.attr(o, "data"), "item")).isEqualTo(0.7615941559557649);
        assertThat(Py.callMethod(Py.attr(x, "grad"), "item")).isEqualTo(1.2599230248420783);
    }

    @Test
    void figuresAreCollected() {
        Object plt = PythonModules.named("matplotlib.pyplot");
        Py.callMethod(plt, "plot", Py.list(0.0, 1.0, 2.0), Py.list(0.0, 1.0, 4.0));
        Py.callMethod(plt, "title", "squares");
        List<Picture> figures = PyPlot.take();
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).terminal(60, ColorLevel.NONE, false))
                .anyMatch(line -> line.contains("squares"))
                .anyMatch(line -> line.contains("*"));
        assertThat(PyPlot.take()).isEmpty();
    }

    @Test
    void regionsAreDrawnBehindClasses() {
        Object plt = PythonModules.named("matplotlib.pyplot");
        List<Object> grid = List.copyOf((List<?>) np("meshgrid", np("arange", 0L, 4L), np("arange", 0L, 4L)));
        Py.callMethod(plt, "contourf", grid.get(0), grid.get(1), Py.compare(">", grid.get(0), 1L));
        Object classes = Keywords.of("c", Py.list(-1L, 1L, -1L), "s", 20L, "cmap", "jet");
        Py.callMethod(plt, "scatter", Py.list(0.5, 3.0, 1.0), Py.list(0.0, 2.0, 3.0), classes);
        String picture = String.join("\n", PyPlot.take().get(0).terminal(40, ColorLevel.NONE, false));
        assertThat(picture).contains("-1").contains("1");
    }
}
