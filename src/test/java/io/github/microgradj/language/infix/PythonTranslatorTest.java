package io.github.microgradj.language.infix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTranslatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = Value(-4.0) | a = new Value(-4.0);",
                "a = Value(2.0, label='a') | a = new Value(2.0, \"a\");",
                "n = nn.Neuron(2) | n = new Neuron(2);",
                "m = micrograd.nn.MLP(2, [16, 16, 1]) | m = new MLP(2, 16, 16, 1);",
                "x = [a, [1, 2]] | x = Python.list(a, Python.list(1, 2));",
                "y = x[0] + f(x)[1] | ",
                "y = n(x) | y = n.forward(x);",
                "y = a.n(x) | ",
                "n([1, 2]) | n.forward(Python.list(1, 2));",
                "print(y) | ",
                "print(f'{g.data:.4f}') # done | print(Python.format(g.data, \".4f\"));",
                "s = f'a {b!r} c {{d}}' | s = (\"a \" + Python.format(Python.repr(b), \"\") + \" c {d}\");",
                "x.label = 'a' | x.label = \"a\";",
                "f([1, 2,], 3,) | f(Python.list(1, 2), 3);",
                "s = f\"\" | s = \"\";",
                "new MLP(2, [3, 1]) | new MLP(2, 3, 1);",
                "print(f(a, b), [1, 2]) | print(f(a, b), Python.list(1, 2));",
                "print(None) | print(null);",
                "dot.render('gout') | dot.render(\"gout\");",
                "draw_dot(y) | drawDot(y);",
                "model.zero_grad() | model.zeroGrad();",
                "model.zero_grad | ",
                "my_function(1) | ",
                "random.seed(1337) | PythonRandom.shared().seed(1337);",
                "random.uniform(-1, 1) | PythonRandom.shared().uniform(-1, 1);",
                "len(model.parameters()) | Python.len(model.parameters());",
                "t = not a and b | t = ! a && b;",
                "t = False | t = false;",
                "x is None | x == null;",
                "x.is.None | ",
                "a + b | ",
                "x = [1, | ",
            })
    void becomesJavaOrIsNotPython(String python, String java) {
        assertThat(PythonTranslator.translated(python, "n"::equals).orElse(null))
                .isEqualTo(java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a comment, it's ignored",
                "import random",
                "import numpy as np",
                "import matplotlib.pyplot as plt",
                "from micrograd.engine import Value",
                "from micrograd.nn import Neuron, Layer  # both",
                "np.random.seed(1337)"
            })
    void vanishes(String python) {
        assertThat(PythonTranslator.translated(python, name -> false)).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = [1, 2]",
                "f([1])",
                "print(f'{x}')",
                "x = 'text'",
                "x = ''",
                "y = 1 # one",
                "# it's",
                "import numpy as np",
                "from a import b"
            })
    void isAUnitOfItsOwn(String line) {
        assertThat(PythonForm.begins(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int[] x = {1}",
                "x[0] = y[1]",
                "char c = 'x'",
                "char c = '\\''",
                "if (a) b = c ? d : e;",
                "if (a) { switch (b) { case 1:",
                "for (int x : xs) {",
                "class A {",
                "foo(a, // the first of two",
                "char c = '\\u0041'",
                "String s = \"# ['a b'] f'\"",
                "x // # ['a b']",
                "/* # */ x",
                "import java.util.List",
                "String s = \"\"\"",
                "new int[] {1}"
            })
    void javaIsNotTakenForPython(String line) {
        assertThat(PythonForm.begins(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"import java.utl.List", "import java.utl.List;"})
    void anImportOfJavaDoesNotVanish(String line) {
        assertThat(PythonTranslator.translated(line, name -> false)).isEmpty();
    }
}
