// A training loop written by hand, with its four steps: forward pass, loss, backward pass, update.
seed(42);
double[][] inputs = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
double[] targets = {1, -1, -1, 1};
var model = new MLP(3, 4, 4, 1);
double firstLoss = 0;
double lastLoss = 0;
for (int step = 0; step < 50; step++) {
    Value[] scores = new Value[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
        scores[i] = model.forward(inputs[i])[0];
    }
    Value loss = Losses.mse(scores, targets);
    model.zeroGrad();
    loss.backward();
    for (Value p : model.parameters()) {
        p.data -= 0.05 * p.grad;
    }
    firstLoss = step == 0 ? loss.data : firstLoss;
    lastLoss = loss.data;
}
System.out.println(model.parameters().size());   // prints 41
System.out.println(lastLoss < 0.1 * firstLoss);  // prints true
