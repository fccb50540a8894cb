// The plots of docs/gallery.md. Run by docs/make-pictures.
:plot x -> x.tanh() --from -3 --to 3 docs/pictures/function.svg
:plot activations --from -4 --to 4 docs/pictures/activations.svg
:plot (x, y) -> x*x + y*y - x*y docs/pictures/contour.svg
:plot (x, y) -> (1 - x)**2 + 100*(y - x*x)**2 --from -2,-1 --to 2,3 docs/pictures/rosenbrock.svg
:plot (x, y) -> (x * y).log() docs/pictures/gaps.svg
:descend x -> x**4 - 3*x**2 + x --from 2.2 --lr 0.02 docs/pictures/descend.svg
:descend x -> x*x --from 4 --lr 1.05 --steps 8 docs/pictures/diverges.svg
:descend (x, y) -> x*x + y*y - x*y --from 3,1 --lr 0.2 docs/pictures/descend-plane.svg
:train moons --quiet
:plot loss docs/pictures/loss.svg
:plot accuracy docs/pictures/accuracy.svg
:plot boundary docs/pictures/boundary.png
:plot weights docs/pictures/weights.svg
:train moons --steps 20 --quiet
:plot gradients docs/pictures/gradients.svg
