// The expression of micrograd's README, forward and backward.
var a = new Value(-4.0);
var b = new Value(2.0);
var c = a.add(b);
var d = a.mul(b).add(b.pow(3));
c = c.add(c.add(1));
c = c.add(Value.of(1).add(c).add(a.neg()));
d = d.add(d.mul(2).add(b.add(a).relu()));
d = d.add(Value.of(3).mul(d).add(b.sub(a).relu()));
var e = c.sub(d);
var f = e.pow(2);
var g = f.div(2.0);
g = g.add(Value.of(10.0).div(f));
System.out.printf("%.4f%n", g.data);   // prints 24.7041
g.backward();
System.out.printf("%.4f%n", a.grad);   // prints 138.8338
System.out.printf("%.4f%n", b.grad);   // prints 645.5773
