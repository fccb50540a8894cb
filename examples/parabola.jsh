// Gradient descent on (x - 3)^2: the derivative says which way is down, and the learning rate says how far to go.
var x = new Value(0.0);
for (int step = 0; step < 5; step++) {
    var y = x.sub(3).pow(2);
    x.grad = 0;
    y.backward();
    x.data -= 0.25 * x.grad;
    System.out.printf("x %.4f  y was %.4f  slope %.4f%n", x.data, y.data, x.grad);
}
// prints x 1.5000  y was 9.0000  slope -6.0000
// prints x 2.2500  y was 2.2500  slope -3.0000
// prints x 2.6250  y was 0.5625  slope -1.5000
// prints x 2.8125  y was 0.1406  slope -0.7500
// prints x 2.9063  y was 0.0352  slope -0.3750
