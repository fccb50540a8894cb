// A script with colon commands, which only microgradj-shell understands.
:train moons --steps 20 --quiet
System.out.println(model.parameters().size());   // prints 337
System.out.println(history.size());              // prints 20
:graph Value(2.0).mul(3).tanh() tanh.svg
// prints wrote tanh.svg
