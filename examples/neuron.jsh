// The neuron of micrograd's trace_graph.ipynb: random.seed(1337), two inputs, ReLU. Writes a picture of its graph to
// neuron.svg.
seed(1337);
var n = new Neuron(2);
Value[] x = {new Value(1.0, "x0"), new Value(-2.0, "x1")};
Value y = n.forward(x);
y.backward();
System.out.println(n);                                    // prints ReLUNeuron(2)
System.out.printf("%.4f%n", y.data);                      // prints 0.1024
System.out.printf("%.4f %.4f%n", x[0].grad, x[1].grad);   // prints 0.2355 0.0665
System.out.println(Graph.of(y).nodes().size());           // prints 10
drawDot(y).save("neuron.svg");
