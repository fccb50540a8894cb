"""Writes what CPython's operators, functions and methods give for many arguments.

    python3 src/test/python/calls.py src/test/resources/python/calls.txt.gz

A line is a name, the tuple of arguments and the result or the error, separated by tabs.
"""
import gzip
import itertools
import operator
import random
import sys
import warnings

warnings.simplefilter('ignore')
INF, NAN = float('inf'), float('nan')
VALUES = [None, True, False, 0, 1, -1, 2, 3, -7, 10, 255, 2**31, 2**53 + 1, 2**62, 2**63 - 1, -2**63, 2**64, 0.0, -0.0, 0.5,
          1.0, -1.5, 2.0, 7.25, 1e16, 1e300, -1e-7, INF, '', 'a', 'abc', 'B', "it's", '%d', [], [1], [1, 2], ['a'], [[1], 2.5],
          (), (1,), (1, 'a'), {}, {'a': 1}, set(), {1, 2}]
OPERATORS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv,
             '%': operator.mod, '**': operator.pow, '==': operator.eq, '!=': operator.ne, '<': operator.lt, '<=': operator.le,
             '>': operator.gt, '>=': operator.ge, '&': operator.and_, '|': operator.or_, '^': operator.xor,
             '<<': operator.lshift, '>>': operator.rshift, 'in': lambda a, b: a in b, '[]': lambda a, b: a[b]}
NUMBERS = [v for v in VALUES if isinstance(v, (int, float))]
RANDOM = random.Random(21)


def big(v):
    return isinstance(v, (int, float)) and abs(v) > 1e4


def calls():
    for (symbol, f), a, b in itertools.product(OPERATORS.items(), VALUES, VALUES):
        if symbol in ('**', '<<') and big(b) or symbol in ('*', '<<') and (big(a) or big(b)) and not (
                isinstance(a, (int, float)) and isinstance(b, (int, float))):
            continue
        yield symbol, (a, b), lambda: f(a, b)
    for symbol, f in {'neg': operator.neg, 'pos': operator.pos, 'invert': operator.invert, 'abs': abs, 'truth': bool,
                      'repr': repr, 'str': str, 'int': int, 'float': float, 'len': len, 'list': list, 'tuple': tuple,
                      'sorted': sorted, 'round': round, 'sum': sum, 'max': max, 'min': min, 'any': any, 'all': all}.items():
        for a in VALUES:
            if not (isinstance(a, set) and symbol == 'sum'):
                yield symbol, (a,), lambda: f(a)
    for a, b in itertools.product(NUMBERS, NUMBERS):
        yield 'divmod', (a, b), lambda: divmod(a, b)
    for _ in range(1500):
        a, b = RANDOM.uniform(-50, 50), RANDOM.choice([0.1, -0.3, 2.5, 7.0, -1e-3, 1e5])
        a = RANDOM.choice([a, round(a, 1), round(a), -7.5, 0.0])
        for symbol in ('//', '%', '/', '*', '-'):
            yield symbol, (a, b), lambda: OPERATORS[symbol](a, b)
        yield 'round', (a, RANDOM.randint(-2, 6)), None
    for _ in range(2500):
        x = RANDOM.choice([RANDOM.uniform(-10, 10), RANDOM.random() * 10**RANDOM.randint(-310, 308), float(RANDOM.randint(-10**17, 10**17)),
                           RANDOM.randint(-999, 999) / 8, 10.0**RANDOM.randint(-8, 20)])
        yield 'repr', (x,), lambda: repr(x)
    for _ in range(6000):
        spec = RANDOM.choice(['', '', '<', '>', '^', '=', '*<', '0=', '_^']) + RANDOM.choice(['', '', '+', '-', ' ']) \
            + RANDOM.choice(['', '', '', '#', 'z']) + RANDOM.choice(['', '', '0']) + RANDOM.choice(['', '', '5', '12']) \
            + RANDOM.choice(['', '', '', ',', '_']) + RANDOM.choice(['', '', '.0', '.2', '.4', '.10']) \
            + RANDOM.choice(['', 'd', 'f', 'f', 'e', 'g', 'g', '%', 's', 'x', 'b', 'o', 'X', 'E', 'G', 'n', 'c'])
        v = RANDOM.choice([0, 7, -42, 1234567, 2**70, 0.5, -1.25, 3.14159, 1e-7, 123456.789, 2.5, 1e22, INF, 'abc', 'micrograd', True, 0.0, -0.0])
        yield 'format', (v, spec), lambda: format(v, spec)
    for _ in range(3000):
        spec = '%' + RANDOM.choice(['', '-', '+', ' ', '0', '#', '-+', '+0']) + RANDOM.choice(['', '5', '12']) + RANDOM.choice(['', '', '.0', '.3', '.6']) \
            + RANDOM.choice('diufFeEgGxXosrc')
        v = RANDOM.choice([0, 7, -42, 1234567, 0.5, -1.25, 3.14159, 1e-7, 123456.789, 2.5, 'abc', 'x', True, None, [1]])
        yield '%', ('[' + spec + ']', (v,)), lambda: ('[' + spec + ']') % (v,)
    bounds = [None, 0, 1, 2, -1, -2, 5, -5, 9, -9]
    for s in ['abcde', [1, 2, 3, 4], (1, 2, 3), '', [7]]:
        for a, b, c in itertools.product(bounds, bounds, [None, 1, 2, -1, -2, 3, 0]):
            yield 'slice', (s, a, b, c), lambda: s[a:b:c]
        for i in range(-7, 7):
            yield '[]', (s, i), lambda: s[i]
    texts = ['', 'a', 'abc', 'aXbXc', ' a  b ', 'x,y,,z', "it's", 'HELLO world', '12', '-3', 'tab\there', 'aaa', 'banana']
    for s in texts:
        for name in 'upper lower title capitalize swapcase strip lstrip rstrip split rsplit isdigit isalpha isalnum isspace isupper islower'.split():
            yield 'str.' + name, (s,), lambda: getattr(s, name)()
        for name, t in itertools.product('strip split rsplit find rfind index count startswith endswith partition rpartition removeprefix removesuffix join'.split(),
                                         ['', 'a', 'X', ',', 'an', ' ', 'l']):
            yield 'str.' + name, (s, t), lambda: getattr(s, name)(t)
        for name, n in itertools.product('center ljust rjust zfill'.split(), [0, 3, 6, 9]):
            yield 'str.' + name, (s, n), lambda: getattr(s, name)(n)
        for n in [0, 1, 2, -1]:
            yield 'str.split', (s, 'a', n), lambda: s.split('a', n)
            yield 'str.rsplit', (s, None, n), lambda: s.rsplit(None, n)
            yield 'str.split', (s, None, n), lambda: s.split(None, n)
            yield 'str.replace', (s, 'a', '-', n), lambda: s.replace('a', '-', n)
            yield 'str.replace', (s, '', '-', n), lambda: s.replace('', '-', n)
    for _ in range(600):
        v = [RANDOM.choice([1, 2, 3, 1.0, 2.5, -1, True, 10**20, 0]) for _ in range(RANDOM.randint(0, 7))]
        yield 'sorted', (v,), lambda: sorted(v)
        yield 'max', (v,), lambda: max(v)
        yield 'min', (v,), lambda: min(v)
        yield 'sum', (v,), lambda: sum(v)
        yield 'list.count', (v, 1), lambda: v.count(1)
        yield 'list.index', (v, 2), lambda: v.index(2)
        yield 'set', (v,), lambda: len(set(v))
    for t in ['1', ' 12 ', '-7', '+3', '1_000', '1.5', 'x', '', '1e5', 'inf', '-inf', 'nan', '.5', '5.', '1__0', '0x1f']:
        yield 'int', (t,), lambda: int(t)
        yield 'float', (t,), lambda: float(t)


def main(path):
    lines = []
    for name, arguments, call in calls():
        try:
            result = round(*arguments) if call is None else call()
            if isinstance(result, complex):
                continue
            outcome = repr(result)
        except Exception as e:
            outcome = f'{type(e).__name__}: {e}' if str(e) else type(e).__name__
        if isinstance(arguments[0], set) and len(arguments[0]) > 1 and name in ('repr', 'str', 'list', 'tuple'):
            continue
        line = f'{name}\t{arguments!r}\t{outcome}'
        if '\n' not in line and line not in lines[-1:]:
            lines.append(line)
    with open(path, 'wb') as file, gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='') as packed:
        packed.write(('\n'.join(dict.fromkeys(lines)) + '\n').encode())
    print(len(set(lines)), 'calls')


if __name__ == '__main__':
    main(sys.argv[1])
