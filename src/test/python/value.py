"""A scalar with micrograd's semantics and the formulas of microgradj's engine, for golden data."""
import math


class Value:
    def __init__(self, data, _children=(), _local=(), _op='', label=''):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = tuple(_children)
        self._local = tuple(_local)
        self._op = _op

    def __repr__(self):
        return f"Value(data={float(self.data)!r}, grad={float(self.grad)!r})"

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(float(x))

    @staticmethod
    def _check(other):
        return isinstance(other, (int, float, Value))

    def __add__(self, other):
        if not Value._check(other):
            return NotImplemented
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0), '+')

    def __radd__(self, other):
        return Value.of(other) + self if Value._check(other) else NotImplemented

    def __sub__(self, other):
        if not Value._check(other):
            return NotImplemented
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0), '-')

    def __rsub__(self, other):
        return Value.of(other) - self if Value._check(other) else NotImplemented

    def __mul__(self, other):
        if not Value._check(other):
            return NotImplemented
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data), '*')

    def __rmul__(self, other):
        return Value.of(other) * self if Value._check(other) else NotImplemented

    def __truediv__(self, other):
        if not Value._check(other):
            return NotImplemented
        other = Value.of(other)
        y = self.data / other.data
        return Value(y, (self, other), (1 / other.data, -y / other.data), '/')

    def __rtruediv__(self, other):
        return Value.of(other) / self if Value._check(other) else NotImplemented

    def __pow__(self, k):
        if not isinstance(k, (int, float)):
            return NotImplemented
        return Value(power(self.data, k), (self,), (k * power(self.data, k - 1) if k else 0.0,), '**')

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,), 'neg')

    def tanh(self):
        y = math.tanh(self.data)
        return Value(y, (self,), (1 - y * y,), 'tanh')

    def exp(self):
        y = math.exp(self.data)
        return Value(y, (self,), (y,), 'exp')

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,), 'log')

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,), 'ReLU')

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for operand in reversed(node._prev):
                    visit(operand)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = self.grad + 1.0 if not self._prev else 1.0
        for node in reversed(order):
            for operand, local in zip(node._prev, node._local):
                operand.grad += local * node.grad


def power(a, k):
    """Small whole powers by multiplication, as microgradj computes them."""
    if k != int(k) or abs(k) > 8:
        return a ** k
    product = 1.0
    for _ in range(abs(int(k))):
        product *= a
    return 1 / product if k < 0 else product
