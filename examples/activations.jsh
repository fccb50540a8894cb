// Activation functions at three numbers: their values and their slopes.
for (double at : new double[] {-2, 0, 2}) {
    var x = new Value(at);
    var tanh = x.tanh();
    tanh.backward();
    double tanhSlope = x.grad;
    x.grad = 0;
    var sigmoid = x.sigmoid();
    sigmoid.backward();
    System.out.printf("at %.0f: ReLU %.2f, tanh %.4f slope %.4f, sigmoid %.4f slope %.4f%n",
            at, x.relu().data, tanh.data, tanhSlope, sigmoid.data, x.grad);
}
// prints at -2: ReLU 0.00, tanh -0.9640 slope 0.0707, sigmoid 0.1192 slope 0.1050
// prints at 0: ReLU 0.00, tanh 0.0000 slope 1.0000, sigmoid 0.5000 slope 0.2500
// prints at 2: ReLU 2.00, tanh 0.9640 slope 0.0707, sigmoid 0.8808 slope 0.1050
