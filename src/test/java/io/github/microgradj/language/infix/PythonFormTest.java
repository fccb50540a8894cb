package io.github.microgradj.language.infix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f([1, 2]) | f(Python.list(1, 2))",
                "x = [a, [1, 2]] | x = Python.list(a, Python.list(1, 2))",
                "f([1, 2,], xs[0]) | f(Python.list(1, 2), xs[0])",
                "new MLP(2, [3, 1]) | new MLP(2, 3, 1)",
                "new MLP(n, [xs[0], 1]) | new MLP(n, xs[0], 1)",
                "new MLP(2, xs[0]) | ",
                "y = x[0] + f(x)[1] | ",
                "print(\"[1, 2]\") | ",
            })
    void listsBecomeArrays(String text, String java) {
        assertThat(ListLiterals.replaced(text).orElse(null)).isEqualTo(java);
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
}
