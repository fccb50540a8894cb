// The most common mistake: backward() adds to the gradients. Without zeroGrad(), each step therefore uses the sum of all
// gradients so far. The minimum is at x = 3.
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
System.out.printf("with zeroGrad, x reaches %.2f%n", descend(true));         // prints with zeroGrad, x reaches 2.97
System.out.printf("without zeroGrad, x overshoots to %.2f%n", descend(false));   // prints without zeroGrad, x overshoots to 6.03
