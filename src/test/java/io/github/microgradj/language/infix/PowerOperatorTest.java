package io.github.microgradj.language.infix;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerOperatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x**k | Ops.pow(x, k)",
                "x ** k | Ops.pow(x, k)",
                "-x**2 | -Ops.pow(x, 2)",
                "x**-k | Ops.pow(x, -k)",
                "x**-2 | Ops.pow(x, -2.0)",
                "x**- -2 | Ops.pow(x, - -2)",
                "a**b**c | Ops.pow(a, Ops.pow(b, c))",
                "a**-b**c | Ops.pow(a, -Ops.pow(b, c))",
                "(a + b)**2 | Ops.pow((a + b), 2)",
                "2*a**2*b | 2*Ops.pow(a, 2)*b",
                "f(x, y)**2 | Ops.pow(f(x, y), 2)",
                "a.f(x).g**2 | Ops.pow(a.f(x).g, 2)",
                "w[i][j]**2 | Ops.pow(w[i][j], 2)",
                "w[i**2]**2 | Ops.pow(w[Ops.pow(i, 2)], 2)",
                "x**w[i].f(y) + 1 | Ops.pow(x, w[i].f(y)) + 1",
                "new Value(2)**3 | Ops.pow(new Value(2), 3)",
                "x**new Value(2).data | Ops.pow(x, new Value(2).data)",
                "(double) x**2 | (double) Ops.pow(x, 2)",
                "(double) (x)**2 | (double) Ops.pow((x), 2)",
                "x**(int) y | Ops.pow(x, (int) y)",
                "x**(y) - 1 | Ops.pow(x, (y)) - 1",
                "i++**2 | Ops.pow(i++, 2)",
                "x**i++ | Ops.pow(x, i++)",
                "return x**2; | return Ops.pow(x, 2);",
                "return (x)**2; | return Ops.pow((x), 2);",
                "if (b) (x)**2; | if (b) Ops.pow((x), 2);",
                "c ? x**2 : y**3 | c ? Ops.pow(x, 2) : Ops.pow(y, 3)",
                "x /* base */ ** 2 | Ops.pow(x /* base */ ,  2)",
                "1e-3**2 | Ops.pow(1e-3, 2)",
                "{1, 2}[0]**2 | Ops.pow({1, 2}[0], 2)",
            })
    void becomesACall(String infix, String java) {
        assertThat(PowerOperator.replaced(SourceText.of(infix)).text()).isEqualTo(java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x **",
                "** x",
                "x ** ** y",
                "x * *y",
                "\"x ** y\"",
                "'*' + '*'",
                "/** x */ y",
                "// x ** y",
                "\"\"\"\n x ** \"y\" ** z\"\"\"",
                "x **= 2"
            })
    void isLeftAloneWhereItIsNotAnOperatorWithOperands(String text) {
        assertThat(PowerOperator.replaced(SourceText.of(text)).text()).isEqualTo(text);
    }

    @Property
    void anyTextIsTaken(@ForAll @CharRange(from = ' ', to = '~') String text) {
        assertThat(PowerOperator.masked(text)).hasSameSizeAs(text);
        String[] pieces = {text, "**", text, "(", text, "**", "x"};
        SourceText replaced = PowerOperator.replaced(SourceText.of(String.join("", pieces)));
        Diagnostic whole =
                replaced.original(new Diagnostic("", "", 0, 0, replaced.text().length()));
        assertThat(whole.start()).isZero();
        assertThat(whole.end()).isEqualTo(String.join("", pieces).length());
    }

    @Property
    void tokensCoverTheTextInOrder(@ForAll @CharRange(from = ' ', to = '~') String text) {
        int end = 0;
        for (Token token : Token.of(text)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(token.start(), token.end()))
                    .isEqualTo(token.text())
                    .isNotBlank();
            end = token.end();
        }
    }
}
