"""Writes random programs of the Python that cells may be written in, with what CPython prints.

    python3 src/test/python/programs.py src/test/resources/python/programs.txt.gz

Every program is a record: a line "@ form form ...", the program, a line "=", and its output. A program that fails
prints its error as its last line.
"""
import contextlib
import gzip
import io
import math
import random
import sys

from value import Value

SEED, COUNT = 21, 2400
INTS, FLOATS, STRS = 'ijkmn', 'xyzuv', ['s', 't', 'w']
FORMS = {}


def form(builder):
    FORMS[builder.__name__] = builder
    return builder


class Program:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines, self.forms, self.count = [], [], 0

    def add(self, *lines):
        self.lines.extend(lines)

    def used(self, *forms):
        self.forms.extend(f for f in forms if f not in self.forms)

    def new(self, stem):
        self.count += 1
        return f'{stem}{self.count}'

    def pick(self, *options):
        return self.r.choice(options)

    def integer(self):
        return str(self.pick(0, 1, 2, 3, 4, 5, 7, 9, 10, 12, 25, 100, -1, -2, -3, -7, -13))

    def real(self):
        return self.pick('0.5', '1.5', '-2.25', '3.0', '0.1', '1e-3', '2.', '.75', '-0.3', '6.02e2', '12.5', '-1.0')

    def text(self):
        return self.pick("'loss'", '"grad"', "'a b'", "'micrograd'", "'x'", '"it\'s"', "'A1'", "'z,y,x'", "''")

    def ints(self, least=2):
        return '[' + ', '.join(self.integer() for _ in range(self.r.randint(least, 6))) + ']'

    def reals(self, least=2):
        return '[' + ', '.join(self.real() for _ in range(self.r.randint(least, 5))) + ']'

    def int_expression(self, names, depth=2):
        if depth == 0 or self.r.random() < 0.25:
            return self.pick(self.integer(), *names) if names else self.integer()
        a, b = self.int_expression(names, depth - 1), self.int_expression(names, depth - 1)
        kind = self.r.randrange(9)
        if kind == 0:
            return f'-({a})'
        if kind == 1:
            self.used('floor_division')
            return f'({a}) // {self.pick(2, 3, -2, 7)}'
        if kind == 2:
            self.used('modulo')
            return f'({a}) % {self.pick(2, 3, -3, 5)}'
        if kind == 3:
            self.used('power')
            return f'({a}) ** {self.pick(0, 1, 2, 3)}'
        if kind == 4:
            return f'abs({a})'
        return f'{self.group(a)} {self.pick("+", "-", "*")} {self.group(b)}'

    def group(self, a):
        return a if self.r.random() < 0.6 and not a.startswith('-') and '-(' not in a else f'({a})'

    def real_expression(self, names, depth=2):
        if depth == 0 or self.r.random() < 0.25:
            return self.pick(self.real(), *names) if names else self.real()
        a, b = self.real_expression(names, depth - 1), self.real_expression(names, depth - 1)
        kind = self.r.randrange(8)
        if kind == 0:
            self.used('true_division')
            return f'({a}) / {self.pick("2", "4.0", "-3", "7")}'
        if kind == 1:
            self.used('power')
            return f'({a})**{self.pick(2, 3)}'
        if kind == 2:
            self.used('modulo')
            return f'({a}) % {self.pick("2", "0.75", "-3")}'
        if kind == 3:
            self.used('math')
            return f'math.{self.pick("tanh", "sin", "cos", "atan")}({a})'
        if kind == 4:
            return f'-({a})'
        return f'({a}) {self.pick("+", "-", "*")} ({b})'

    def condition(self, names):
        a, b = self.int_expression(names, 1), self.int_expression(names, 1)
        kind = self.r.randrange(6)
        if kind == 0:
            self.used('chained_comparison')
            return f'{self.integer()} {self.pick("<", "<=")} {a} {self.pick("<", "<=")} {b}'
        if kind == 1:
            self.used('and_or_not')
            return f'{a} < {b} and {self.pick(*names)} != 0'
        if kind == 2:
            self.used('and_or_not')
            return f'not {a} == {b} or {self.pick(*names)} >= 3'
        if kind == 3:
            self.used('membership')
            return f'{a} {self.pick("in", "not in")} {self.ints()}'
        return f'{a} {self.pick("<", "<=", ">", ">=", "==", "!=")} {b}'


@form
def arithmetic(p):
    a, b = p.new('a'), p.new('b')
    p.add(f'{a} = {p.int_expression([])}', f'{b} = {p.real_expression([])}')
    p.add(f'print({p.int_expression([a])}, {p.real_expression([a, b])})')
    if p.r.random() < 0.5:
        p.used('true_division')
        p.add(f'print({a} / {p.pick(3, 7, 2.5)}, {a} // {p.pick(3, -4)}, {b} // {p.pick("0.5", "2")})')


@form
def number_literals(p):
    p.add(f'print({p.pick("1_000_000", "0x1f", "0b1011", "0o17", "1_0.5")}, {p.pick("1e5", "1.5E-7", "1e22", "123456789.0", "1e16", ".5")})')
    p.add(f'print({p.pick("10**20", "2**70 - 1", "-7 // 2", "-7 % 3", "7 % -3", "2**-2", "0.1 + 0.2", "-2**2")})')


@form
def strings(p):
    s = p.new('s')
    p.add(s + ' = ' + p.pick("'one\\ttwo'", '"say \\"hi\\""', "'it''s'", "r'raw\\n'", "'''three\nlines'''", "'a' 'b' \"c\"", "'\\x41\\u00e9'", "'back\\\\slash'", "u'old'"))
    p.add(f'print({s}, len({s}), {s} + {p.text()}, {s} * 2)', f'print(repr({s}))')


@form
def string_methods(p):
    s = p.new('s')
    p.add(f'{s} = {p.text()}')
    p.add(f'print({s}.upper(), {s}.{p.pick("title()", "capitalize()", "strip()", "lower()", "swapcase()")}, {s}.replace({p.pick(chr(39)+"a"+chr(39), chr(39)+"o"+chr(39))}, "-"))')
    p.add(f'print({s}.{p.pick("split()", "split(chr(44))", "startswith(chr(97))", "endswith(chr(120))", "find(chr(97))", "count(chr(97))", "center(12)", "rjust(11)", "zfill(9)", "isalpha()")})')
    p.add(f'print(", ".join({p.pick("[c for c in " + s + "]", "sorted(" + s + ")", "[" + s + ", " + s + "]", "map(str, " + p.ints() + ")")}))')


@form
def f_strings(p):
    x, n = p.new('x'), p.new('n')
    p.add(f'{x} = {p.real_expression([])}', f'{n} = {p.int_expression([])}')
    spec = p.pick('.4f', '8.2f', '.3e', '+.1f', '>10.3f', '<8', '^9.2f', '.2%', '012.4f', 'g', '.3g', ',.2f')
    p.add(f"print(f'{{{x}:{spec}}}|{{{n}:{p.pick('d', '5d', '05d', '+d', 'x', ',', 'b', '<6', '>6', '^7')}}}|{{{n}}}')")
    kind = p.r.randrange(4)
    if kind == 0:
        p.used('f_string_equals')
        p.add(f"print(f'{{{x}=}} {{{n} + 1 = }}')")
    elif kind == 1:
        p.used('f_string_conversion')
        p.add(f"print(f'{{{p.text() if chr(39) not in (t := p.text()) else chr(34)+chr(34)}!r}}')" if False else f'print(f"{{str({n})!r}} {{{x}!s}}")')
    elif kind == 2:
        p.used('f_string_nested')
        w = p.new('w')
        p.add(f'{w} = {p.pick(6, 9, 12)}', f"print(f'[{{{x}:{{{w}}}.{{2}}f}}] {{{{braces}}}}')")
    else:
        p.add(f"print(f'step {{{n}}} loss {{{x}}}, {{{x} * 2:.3f}} {{max({n}, 1)}}')")


@form
def percent_format(p):
    p.add(f'print("{p.pick("%d", "%5d", "%-6d|", "%05d", "%+d", "%x")} {p.pick("%.4f", "%8.3f", "%e", "%g", "%-9.2f|")} {p.pick("%s", "%r", "%8s", "%-8s|")}" % ({p.integer()}, {p.real()}, {p.text()}))')
    p.add(f'print("{{ data %.4f | grad %.4f }}" % ({p.real()}, {p.real()}), "%d%%" % {p.integer()})')


@form
def format_method(p):
    p.add(f'print("{{}} {{:.3f}} {{}}".format({p.integer()}, {p.real()}, {p.text()}), "{{1}}-{{0}}".format({p.integer()}, {p.text()}), "{{a:>6}}|".format(a={p.integer()}))')


@form
def comments(p):
    a = p.new('a')
    p.add(f'# {p.pick("forward pass", "set up", "x = 1")}', f'{a} = {p.integer()}  # {p.pick("a bias", "# twice", "not = code")}', f'print({a}) # shown', '')


@form
def continuation(p):
    a = p.new('a')
    if p.r.random() < 0.5:
        p.add(f'{a} = {p.integer()} + \\', f'    {p.integer()} * \\', f'    {p.integer()}')
    else:
        p.add(f'{a} = ({p.integer()} +', f'     {p.integer()}', f'     - {p.integer()})')
    p.add(f'print({a})')


@form
def trailing_commas(p):
    a = p.new('a')
    p.add(f'{a} = [', f'  {p.real()},', f'  {p.real()},', ']', f'print({a}, max({p.integer()}, {p.integer()},))', f'print(({p.integer()},))')


@form
def semicolons(p):
    a, b = p.new('a'), p.new('b')
    p.add(f'{a} = {p.integer()}; {b} = {a} * 2; print({a}, {b})')


@form
def tuple_assignment(p):
    a, b = p.new('a'), p.new('b')
    p.add(f'{a}, {b} = {p.integer()}, {p.real()}', f'{a}, {b} = {b}, {a}', f'print({a}, {b})')
    if p.r.random() < 0.5:
        c = p.new('c')
        p.add(f'({a}, {b}), {c} = ({p.integer()}, {p.integer()}), {p.text()}', f'print({a} + {b}, {c})')


@form
def chained_assignment(p):
    a, b = p.new('a'), p.new('b')
    p.add(f'{a} = {b} = {p.real()}', f'{a} += 1', f'print({a}, {b})')


@form
def augmented_assignment(p):
    a, x = p.new('a'), p.new('x')
    p.add(f'{a} = {p.integer()}', f'{x} = {p.real()}')
    for _ in range(3):
        p.add(f'{a} {p.pick("+=", "-=", "*=")} {p.integer()}', f'{x} {p.pick("+=", "-=", "*=", "/=")} {p.pick("0.5", "2", "-4", "1.25")}')
    p.add(f'{a} {p.pick("//=", "%=")} {p.pick(2, 3, -5)}', f'{a} **= 2', f'print({a}, {x})')


@form
def comparisons(p):
    a, b = p.new('a'), p.new('b')
    p.add(f'{a} = {p.integer()}', f'{b} = {p.integer()}', f'print({p.condition([a, b])}, {p.condition([a, b])})')
    p.used('chained_comparison')
    p.add(f'print({p.integer()} < {a} <= {b} < {p.integer()}, {a} == {b} == {a})')


@form
def truth_and_none(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick("None", "True", "False", "0", "[]", chr(39) + chr(39), "0.0", "3", "[0]")}')
    p.add(f'print({a}, {a} is None, {a} is not None, not {a}, {a} or {p.integer()}, {a} and {p.integer()})')
    p.add(f'if {a}:', '    print("yes")', 'else:', '    print("no")')


@form
def conditional_expression(p):
    a = p.new('a')
    p.add(f'{a} = {p.integer()}', f'print({p.real()} if {p.condition([a])} else {p.real()}, {p.text()} if {a} % 2 == 0 else {p.text()})')


@form
def indexing(p):
    a = p.new('a')
    p.add(f'{a} = {p.ints(3)}', f'print({a}[0], {a}[-1], {a}[1] + {a}[-2])', f'{a}[{p.pick(0, 1, -1, -2)}] = {p.integer()}', f'{a}[{p.pick(0, 1, -1)}] += {p.integer()}', f'print({a}, {p.text()}[:2])')


@form
def slices(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick("list(range(10))", p.ints(5), chr(39) + "abcdefgh" + chr(39), "(1, 2, 3, 4, 5)")}')
    bound = lambda: p.pick('', '', '1', '2', '-1', '-3', '4', '100')
    for _ in range(3):
        p.add(f'print({a}[{bound()}:{bound()}], {a}[{bound()}:{bound()}:{p.pick("2", "-1", "-2", "3", "")}])')


@form
def slice_assignment(p):
    a = p.new('a')
    p.add(f'{a} = list(range(6))', f'{a}[{p.pick("1:3", ":2", "4:", "2:2", "-2:")}] = {p.ints()}', f'print({a})', f'del {a}[{p.pick("0", "-1", "1:3", "::2")}]', f'print({a}, len({a}))')


@form
def lists(p):
    a = p.new('a')
    p.add(f'{a} = {p.ints()}', f'{a}.append({p.integer()})', f'{a}.extend({p.ints()})', f'{a}.insert({p.pick(0, 1, -1)}, {p.integer()})', f'print({a}.pop(), {a}.pop(0), {a})')
    p.add(f'{a}.{p.pick("sort()", "reverse()", "sort(reverse=True)")}', f'print({a}, {a}.count(1), {a} + [1], [0] * 3, {p.integer()} in {a})')
    if p.r.random() < 0.4:
        p.add(f'print([[1, 2], {a}[:1], []], [1, 2] == [1, 2], [1, 2] < [1, 3])')


@form
def dicts(p):
    d = p.new('d')
    p.add(f"{d} = {{'a': {p.integer()}, 'b': {p.real()}}}", f"{d}['c'] = {p.integer()}", f"{d}['a'] += 1", f"print({d}, len({d}), 'b' in {d}, {d}.get('q', {p.integer()}))")
    p.add(f'for k, v in {d}.items():', '    print(k, v)')
    if p.r.random() < 0.5:
        p.add(f"print(list({d}.keys()), list({d}.values()), sorted({d}))")


@form
def sets(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick("set(" + p.ints() + ")", "{1, 2, 2, 3}", "set()")}', f'{a}.add({p.integer()})', f'print(len({a}), sorted({a}), {p.integer()} in {a})')


@form
def tuples(p):
    a = p.new('a')
    p.add(f'{a} = ({p.integer()}, {p.text()}, {p.real()})', f'print({a}, {a}[1], len({a}), {a}[:2], ({p.integer()},) + {a})')


@form
def list_comprehension(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick(p.ints(), "range(6)", "range(1, 8, 2)")}', f'print([{p.int_expression(["n"])} for n in {a}])')


@form
def filtered_comprehension(p):
    p.add(f'print([{p.int_expression(["n"], 1)} for n in range({p.pick(5, 8)}) if {p.condition(["n"])}])')


@form
def nested_comprehension(p):
    p.add(f'print([[i * j for j in range({p.pick(2, 3)})] for i in {p.ints()}])', f'print([i + j for i in range(3) for j in {p.ints()}{p.pick("", " if i != j")}])')


@form
def dict_comprehension(p):
    p.add(f'print({{n: {p.int_expression(["n"], 1)} for n in range({p.pick(3, 4)})}})', f'print(sorted({{n % 3 for n in {p.ints()}}}))')


@form
def generator_argument(p):
    p.add(f'print(sum({p.int_expression(["n"], 1)} for n in {p.ints()}), max(n * n for n in {p.ints()}), sum((x / 2 for x in {p.reals()}), 1.0))')
    p.add(f'print(any(n > 5 for n in {p.ints()}), all(n < 50 for n in {p.ints()}))')


@form
def for_range(p):
    t = p.new('t')
    p.add(f'{t} = {p.integer()}', f'for i in range({p.pick("4", "1, 6", "10, 0, -3", "3", "0")}):', f'    {t} += {p.int_expression(["i"], 1)}', f'print({t})')


@form
def for_list(p):
    t = p.new('t')
    p.add(f'{t} = {p.real()}', f'for v in {p.reals()}:', f'    {t} = {t} * 0.5 + v', f'    print(v, {t})')


@form
def for_zip(p):
    p.add(f'for a, b in zip({p.ints()}, {p.reals()}):', '    print(a, b, a * b)')


@form
def for_enumerate(p):
    p.add(f'for i, v in enumerate({p.pick(p.ints(), p.text(), p.reals())}{p.pick("", ", 1", ", start=5")}):', '    print(i, v)')


@form
def while_loop(p):
    n, c = p.new('n'), p.new('c')
    p.add(f'{n} = {p.pick(27, 6, 19, 40)}', f'{c} = 0', f'while {n} != 1{p.pick("", f" and {c} < 12")}:', f'    if {n} % 2 == 0:', f'        {n} //= 2', '    else:', f'        {n} = 3 * {n} + 1', f'    {c} += 1', f'print({n}, {c})')


@form
def if_elif_else(p):
    a = p.new('a')
    p.add(f'{a} = {p.integer()}', f'if {p.condition([a])}:', f'    print("first", {a})', f'elif {p.condition([a])}:', f'    {a} = {p.integer()}', f'    print("second", {a})', 'else:', f'    print("third")', f'print({a})')


@form
def break_continue(p):
    p.add(f'for i in range({p.pick(6, 9)}):', f'    if i == {p.pick(1, 2)}:', '        continue', f'    if {p.condition(["i"])} and i > 3:', '        break', '    print(i)', 'print("end", i)')


@form
def pass_statement(p):
    f = p.new('f')
    p.add(f'for i in range(2):', '    pass', f'def {f}():', '    pass', f'print({f}())')


@form
def assert_statement(p):
    a = p.new('a')
    p.add(f'{a} = {p.integer()}', f'assert {a} == {a}, "never"', f'assert isinstance({a}, int)', f'print("asserted")')
    if p.r.random() < 0.15:
        p.add(f'assert {a} != {a}, f"no: {{{a}}}"')


@form
def functions(p):
    f = p.new('f')
    p.add(f'def {f}(x, y):', f'    z = {p.int_expression(["x", "y"])}', f'    return z {p.pick("+", "-", "*")} x', f'print({f}({p.integer()}, {p.integer()}), {f}({p.real()}, {p.integer()}))')


@form
def function_defaults(p):
    f = p.new('f')
    p.add(f'def {f}(x, scale={p.integer()}, shift={p.real()}):', f'    return x * scale + shift', f'print({f}({p.integer()}), {f}({p.integer()}, {p.integer()}), {f}({p.integer()}, shift={p.real()}), {f}(scale={p.integer()}, x=2))')


@form
def function_returning_tuple(p):
    f, a, b = p.new('f'), p.new('a'), p.new('b')
    p.add(f'def {f}(n):', '    """Two results."""', f'    return n // {p.pick(2, 3)}, n % 4', f'{a}, {b} = {f}({p.integer()})', f'print({a}, {b}, {f}({p.integer()}))')


@form
def recursion(p):
    f = p.new('f')
    if p.r.random() < 0.5:
        p.add(f'def {f}(n):', f'    if n <= 1:', '        return 1', f'    return n * {f}(n - 1)', f'print({f}({p.pick(3, 5, 10, 20, 25)}))')
    else:
        p.add(f'def {f}(n):', f'    return n if n < 2 else {f}(n - 1) + {f}(n - 2)', f'print([{f}(k) for k in range({p.pick(5, 9)})])')


@form
def closures(p):
    f, g = p.new('f'), p.new('g')
    p.add(f'def {f}(k):', '    def inner(x):', f'        return x * k + {p.integer()}', '    return inner', f'{g} = {f}({p.integer()})', f'print({g}({p.integer()}), {g}({p.real()}))')
    if p.r.random() < 0.4:
        h = p.new('h')
        p.add(f'def {h}(items):', '    seen = []', '    def visit(v):', '        if v not in seen:', '            seen.append(v)', '    for each in items:', '        visit(each)', '    return seen', f'print({h}({p.ints()}))')


@form
def lambdas(p):
    f = p.new('f')
    p.add(f'{f} = lambda x{p.pick("", ", k=2")}: {p.int_expression(["x"], 1)}', f'print({f}({p.integer()}), list(map({f}, {p.ints()})), sorted({p.ints()}, key=lambda v: {p.pick("-v", "v % 3", "(v % 2, v)", "abs(v)")}))')


@form
def global_reads(p):
    a, f = p.new('a'), p.new('f')
    p.add(f'{a} = {p.real()}', f'def {f}(x):', f'    return x + {a}', f'print({f}(1.0))', f'{a} = {p.real()}', f'print({f}(1.0))')


@form
def print_options(p):
    p.add(f'print({p.integer()}, {p.real()}, {p.text()}, sep={p.pick(chr(39) + ", " + chr(39), chr(39) + chr(39), chr(39) + "-" + chr(39))})', f'print({p.text()}, end={p.pick(chr(39) + " " + chr(39), chr(39) + ";" + chr(92) + "n" + chr(39))})', 'print()', f'print(None, True, [None, {p.real()}], {p.ints()})')


@form
def len_sum_min_max(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick(p.ints(), p.reals())}', f'print(len({a}), sum({a}), min({a}), max({a}), min({p.integer()}, {p.real()}), max({a}, key=lambda v: -v), sum({a}, {p.integer()}))')


@form
def abs_round(p):
    p.add(f'print(abs({p.real()}), round({p.pick("2.5", "3.5", "-0.5", "2.675", "1e3", "0.49999")}), round({p.real_expression([])}, {p.pick(1, 2, 3)}), round({p.integer()}, -1), divmod({p.integer()}, {p.pick(3, -4)}))')


@form
def conversions(p):
    p.add(f'print(int({p.real()}), int({p.pick(chr(39) + "42" + chr(39), chr(39) + " -7 " + chr(39), "True")}), float({p.integer()}), float({p.pick(chr(39) + "1.5" + chr(39), chr(39) + "1e3" + chr(39), "True")}), str({p.real()}) + "!", bool({p.integer()}), list("ab"), tuple({p.ints()}))')


@form
def isinstance_type(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick(p.integer(), p.real(), p.text(), p.ints(), "None", "True", "Value(1.0)")}', f'print(isinstance({a}, int), isinstance({a}, (int, float)), isinstance({a}, str), isinstance({a}, list), isinstance({a}, Value))')


@form
def sorted_reversed(p):
    a = p.new('a')
    p.add(f'{a} = {p.pick(p.ints(), p.reals())}', f'print(sorted({a}), sorted({a}, reverse=True), list(reversed({a})), {a}[::-1])', f'print(sorted([{p.text()}, {p.text()}, {p.text()}], key=len))')


@form
def map_filter(p):
    p.add(f'print(list(map({p.pick("float", "str", "abs", "lambda n: n + 1")}, {p.ints()})), list(filter(lambda n: n > 1, {p.ints()})), list(zip({p.ints()}, {p.text()})), list(enumerate({p.text()})))')


@form
def math_functions(p):
    p.used('math')
    x = p.new('x')
    p.add('import math', f'{x} = {p.pick("0.7", "2.0", "1.25", "10", "3")}', f'print(math.exp({x}), math.log({x}), math.sqrt({x}), math.{p.pick("sin", "cos", "tan", "tanh", "sinh")}({x}), math.pi)', f'print(math.floor({x} * 1.7), math.ceil({x} / 3), math.{p.pick("factorial(6)", "gcd(12, 18)", "hypot(3, 4)", "pow(2, 3)", "log(8, 2)", "isclose(0.1 + 0.2, 0.3)", "fabs(-2)", "comb(5, 2)")})')


@form
def random_numbers(p):
    a = p.new('a')
    p.add('import random', f'random.seed({p.pick(1337, 42, 7, 0)})', f'print(random.random(), random.uniform(-1, 1), random.randint(1, 6), random.{p.pick("choice([1, 2, 3])", "randrange(10)", "gauss(0, 1)", "sample(range(20), 4)", "choices([1, 2], k=3)")})', f'{a} = list(range(6))', f'random.shuffle({a})', f'print({a}, [random.uniform(-1, 1) for _ in range(2)])')


@form
def values(p):
    a, b, c = p.new('a'), p.new('b'), p.new('c')
    e = p.pick(f'{a} * {b} + {p.real()}', f'({a} + {b}) * {a}', f'{a} - {b} / 2', f'({a} * {b}).tanh()', f'{a}**2 + 3 * {b}', f'({a} + 2 * {b} + 1).relu()', f'(2 * {a}).exp() + {b}', f'-{a} * {b} + {b}**3', f'1 / (1 + (-{a}).exp()) * {b}', f'{a} + 1 - {b}', f'2 - {a} * {b}')
    p.add(f'{a} = Value({p.pick("2.0", "-0.5", "1.5")})', f'{b} = Value({p.pick("-3.0", "0.25", "4.0")})', f'{c} = {e}', f'print({c}.data)', f'{c}.backward()', f'print({a}.grad, {b}.grad, {c}.grad)')
    if p.r.random() < 0.5:
        p.add(f'print({c}, {a})')


@form
def value_labels(p):
    a, e = p.new('a'), p.new('e')
    p.add(f"{a} = Value({p.real()}, label='a')", f"{e} = {a} * {p.real()}; {e}.label = 'e'", f'print({a}.label, {e}.label, {e}.data)', f'{a}.grad = {p.real()}', f'{a}.data += 0.01 * {a}.grad', f'print({a}.data)')


@form
def value_lists(p):
    xs, w = p.new('xs'), p.new('w')
    p.add(f'{xs} = [Value(v) for v in {p.reals(3)}]', f'{w} = [Value({p.real()}) for _ in range(len({xs}))]', f'out = sum((wi * xi for wi, xi in zip({w}, {xs})), Value({p.real()}))', 'out = out.tanh()', 'out.backward()', f'print(out.data, [v.grad for v in {w}])', f'print(sum([v * v for v in {xs}]).data, sum(v.data for v in {xs}))')


@form
def functions_of_values(p):
    f, v = p.new('f'), p.new('v')
    p.add(f'def {f}(x):', f'    return {p.pick("3*x**2 - 4*x + 5", "x * x - 2 * x", "(x + 1) / 2", "x**3 - x")}', f'print({f}({p.real()}), {f}({p.integer()}))', f'{v} = Value({p.real()})', f'out = {f}({v})', 'out.backward()', f'print(out.data, {v}.grad)')


@form
def gradient_descent(p):
    w, b = p.new('w'), p.new('b')
    p.add(f'{w}, {b} = Value({p.pick("0.5", "-1.0")}), Value(0.0)', f'xs = {p.pick("[1.0, 2.0, 3.0]", "[0.5, -1.0]")}', 'ys = [2 * x + 1 for x in xs]', f'for k in range({p.pick(2, 4)}):', f'    ypred = [{w} * x + {b} for x in xs]', '    loss = sum((yout - ygt)**2 for ygt, yout in zip(ys, ypred))', f'    for q in [{w}, {b}]:', '        q.grad = 0.0', '    loss.backward()', f'    for q in [{w}, {b}]:', '        q.data += -0.05 * q.grad', '    print(k, loss.data)', f'print({w}.data, {b}.data)')


@form
def errors(p):
    a = p.new('a')
    p.add(f'{a} = {p.ints()}', f'print(len({a}))')
    p.add(p.pick(f'print({a}[100])', f'print({a}[0] / 0)', f'print({a}[0] // 0)', f'print("a" + {a}[0])', 'print({}["k"])', f'print({a}.index(999))', 'print(int("x"))', 'print(undefined_name)', f'x, y, z = {a}[:2]', 'print(None + 1)', 'print(len(5))', 'print(math.sqrt(-1))', 'print([].pop())', 'print({"a": 1}["b"])', 'print(max([]))', "print('%d' % 'x')", 'raise_me = 5; raise_me()', f'print({a}.foo)'))


def program(seed, names):
    p = Program(seed)
    chosen = [p.r.choice(names) if seed >= len(names) * 25 else names[seed % len(names)]]
    chosen += [n for n in p.r.sample(names, p.r.choice([1, 1, 2, 2, 3])) if n not in chosen and n != 'errors']
    if chosen[0] == 'errors':
        chosen = chosen[1:] + ['errors']
    for name in chosen:
        p.used(name)
        FORMS[name](p)
    if 'math.' in '\n'.join(p.lines) and 'import math' not in p.lines:
        p.lines.insert(0, 'import math')
    return p


def run(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, 'cell', 'exec'), {'Value': Value, '__name__': '__main__'})
        except Exception as e:
            words = str(e)
            print(f'{type(e).__name__}: {words}' if words else type(e).__name__)
    return out.getvalue()


def main(path):
    names, records = list(FORMS), []
    for seed in range(COUNT):
        p = program(seed, names)
        source = '\n'.join(p.lines)
        output = run(source)
        assert '\n=\n' not in source and '\n@ ' not in source + output
        if 'complex' in output or 'j)' in output or len(output) > 4000 or '0x7' in output:
            continue
        records.append(f'@ {" ".join(p.forms)}\n{source}\n=\n{output}')
    text = ''.join(record if record.endswith('\n') else record + '\n' for record in records)
    with open(path, 'wb') as file, gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='') as packed:
        packed.write(text.encode())
    print(len(records), 'programs')


if __name__ == '__main__':
    main(sys.argv[1])
