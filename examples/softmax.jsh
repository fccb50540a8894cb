// Softmax turns scores into probabilities. Cross-entropy is -log(p) of the correct class. Its gradient with respect to a
// score is p - 1 for the correct class and p for the others.
Value[] logits = {new Value(2.0), new Value(1.0), new Value(0.1)};
double sum = 0;
for (Value p : Losses.softmax(logits)) {
    System.out.printf("p %.4f%n", p.data);
    sum += p.data;
}
// prints p 0.6590
// prints p 0.2424
// prints p 0.0986
System.out.printf("sum %.4f%n", sum);          // prints sum 1.0000
var loss = Losses.crossEntropy(logits, 0);
loss.backward();
System.out.printf("loss %.4f%n", loss.data);   // prints loss 0.4170
for (Value z : logits) {
    System.out.printf("grad %.4f%n", z.grad);
}
// prints grad -0.3410
// prints grad 0.2424
// prints grad 0.0986
// Even scores of a thousand do not overflow.
System.out.printf("%.1f%n", Losses.crossEntropy(new Value[] {new Value(1000), new Value(-1000)}, 1).data);   // prints 2000.0
