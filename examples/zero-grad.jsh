// The most common mistake: backward() adds to the gradients, so without zeroGrad() each step uses the sum of all gradients so far.
double descend(boolean zeroGrad) {
    var x = new Value(0.0);
    for (int step = 0; step < 20; step++) {
        if (zeroGrad) {
            x.grad = 0;
        }
        x.sub(3).pow(2).backward();
        x.data -= 0.1 * x.grad;
    }
    return x.data;
}
System.out.printf("with zeroing, x goes to %.2f%n", descend(true));        // prints with zeroing, x goes to 2.97
System.out.printf("without, it swings past, to %.2f%n", descend(false));   // prints without, it swings past, to 6.03
