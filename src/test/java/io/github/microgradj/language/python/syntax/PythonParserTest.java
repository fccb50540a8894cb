package io.github.microgradj.language.python.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTest {
    private static final int TREES = 5000;

    @Test
    void printedTreesAreReadAsTheSameTrees() {
        RandomSyntax random = new RandomSyntax(1);
        for (int i = 0; i < TREES; i++) {
            Expression tree = random.expression(1 + i % 4);
            String text = SyntaxText.of(tree);
            assertEquals(withoutSpans(tree), withoutSpans(expression(text)), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-x**2 | - x**2",
                "2**-x**3 | 2**- x**3",
                "(-x)**2 | (- x)**2",
                "not a == b | not a == b",
                "a < b < c | a < b < c",
                "a and b or c and d | a and b or c and d",
                "a if b else c if d else e | a if b else c if d else e",
                "1_000 + 0x1f + 0b11 + 0o17 | 1000+31+3+15",
                "1e3 + .5 + 5. | 1000.0+0.5+5.0",
                "'a' \"b\" r'\\n' | 'ab\\\\n'",
                "'\\x41\\u00e9\\t' | 'Aé\t'",
                "f'{x!r:>{w}.3f} {{}} {y=}' | f'x'",
                "(a, b,) | (a, b)",
                "a[1:2, ::3, ...] | a",
                "f(*a, k=1, **d) | f",
                "xs[-1] | xs[- 1]",
                "lambda: 1 | lambda : 1",
                "{1, 2} | {1, 2}",
            })
    void expressionsAreReadWithPythonsPrecedence(String text, String expected) {
        Expression tree = expression(text);
        if (!List.of("f'x'", "a", "f", "{1, 2}").contains(expected)) {
            assertEquals(expected, SyntaxText.of(tree));
        }
    }

    @Test
    void formatStringsHaveLabelsConversionsAndNestedSpecifications() {
        Syntax.FormatString format = (Syntax.FormatString) expression("f'{ x = }, {y!r:>{w}}'");
        assertEquals(
                "[StringLiteral[value= x = ], Placeholder[value=Name[name=x], conversion=r, specification=[]], "
                        + "StringLiteral[value=, ], Placeholder[value=Name[name=y], conversion=r, "
                        + "specification=[StringLiteral[value=>], Placeholder[value=Name[name=w], conversion=, "
                        + "specification=[]]]]]",
                withoutSpans(format.parts()));
    }

    @Test
    void blocksEndWhereTheirIndentationEnds() {
        String text = """
                def f(x, n=2):
                    # a comment

                    if x > 0:
                        return x ** n
                    elif x: return (1 +
                2)
                    else:
                        pass

                for i, (a, b) in enumerate(xs): print(i); print(a)
                x = y = 3; z += 1
                """;
        List<Syntax.Statement> statements = PythonParser.parse(text);
        assertEquals(
                List.of("Function", "For", "Assignment", "AugmentedAssignment"),
                statements.stream().map(each -> each.getClass().getSimpleName()).toList());
        Syntax.If choice =
                (Syntax.If) ((Syntax.Function) statements.get(0)).body().get(0);
        assertEquals("if x > 0", choice.span().of(text));
        assertEquals(1, ((Syntax.If) choice.otherwise().get(0)).otherwise().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  x = 1\n  y = 2\n",
                "if x:\n\tpass\n",
                "x = [1,\n 2,\n]\n",
                "x = 1 + \\\n 2\n",
                "%matplotlib inline\n!pip install torch\nx = 1\n",
                "import numpy as np, math\nfrom a.b import (c, d as e)\n",
                "def f(self, x: float = 1.0, *args, **kw) -> float:\n  '''doc'''\n  return x\n",
                "while True:\n  break\nelse:\n  pass\n",
                "del x[0], y\nassert x, 'no'\nraise ValueError('a')\nglobal a, b\n",
                "class A(B):\n  x = 1\n  def f(self): return 1\n",
                "a, *b = 1, 2, 3\nx: float = 2\n",
                "x = 1 # no line end",
                "",
                "# only a comment\n\n",
            })
    void formsOfStatements(String text) {
        PythonParser.parse(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = (1, 2 | ( | the bracket ( is not closed",
                "x = 1) | ) | there is no opening bracket before )",
                "x = (1] | ] | expected the bracket that closes (, got ]",
                "x = 'abc | ' | the string is not closed with '",
                "x = 2 $ 3 | $ | unexpected character $",
                "x = 3j | 3j | complex numbers such as 3j are not supported",
                "x = 12ab | 12ab | 12ab is not a number",
                "f(x) = 3 | f(x) | expected a name, an attribute or an index to assign to; did you mean ==?",
                "if x:\\npass | : | expected an indented block below the condition",
                "x = 1\\n  y = 2 | `` | this line is indented, but the line above does not begin a block",
                "try:\\n  x\\n | `` | expected except or finally after the try block, got the end of the input",
                "x = 1 2 | 2 | expected the end of the line, got 2",
                "for x xs:\\n  pass | xs | expected in after the loop variable, got xs",
                "x = f'{}' | { | expected an expression between { and } in the f-string",
                "x = f'{a b}' | b | expected } after the expression in the f-string, got b",
                "x = b'abc' | b'abc' | bytes such as b'abc' are not supported",
                "(x[0] := 3) | := | expected ) after the expression, got :=",
                "x = | `` | expected an expression, got the end of the line",
                "else:\\n  pass | else | else has no matching statement above it",
                "@f\\ndef g(): pass | @ | decorators such as @f are not supported",
                "if x:\\n    y\\n  z | z | this line is indented less than the line above but does not line up "
                        + "with any outer block",
            })
    void errorsNameThePlace(String text, String place, String message) {
        String code = text.replace("\\n", "\n");
        Refusal refusal = assertThrows(Refusal.class, () -> PythonParser.parse(code));
        assertEquals(message, refusal.getMessage());
        assertEquals(place, refusal.span().of(code).replaceFirst("(?<=\\{).+", ""));
    }

    @Test
    void textNestedTooDeeplyIsRefused() {
        String text = "(".repeat(3000) + "1" + ")".repeat(3000);
        assertThrows(Refusal.class, () -> PythonParser.parse(text));
        assertThrows(Refusal.class, () -> PythonParser.parse("-".repeat(3000) + "1"));
        assertThrows(Refusal.class, () -> PythonParser.parse("not ".repeat(3000) + "1"));
    }

    private static Expression expression(String text) {
        return ((Syntax.ExpressionStatement) PythonParser.parse(text).get(0)).value();
    }

    private static String withoutSpans(Object tree) {
        return tree.toString().replaceAll("span=TextSpan\\[start=\\d+, end=\\d+](, )?", "");
    }
}
