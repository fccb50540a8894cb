import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

public class Builders
{
	// indented with tabs, as Allman and Eclipse do
	private final String name;
	private final List<String> toppings;

	private Builders(Builder<?> builder)
	{
		this.name = builder.name;
		this.toppings = List.copyOf(builder.toppings);
	}

	static abstract class Builder<T extends Builder<T>>
	{
		private String name = "?";
		private final List<String> toppings = new ArrayList<>();

		T name(String name)
		{
			this.name = name;
			return self();
		}

		T topping(String topping)
		{
			toppings.add(topping);
			return self();
		}

		protected abstract T self();

		Builders build()
		{
			return new Builders(this);
		}
	}

	static final class Pizza extends Builder<Pizza>
	{
		@Override
		protected Pizza self()
		{
			return this;
		}
	}

	@Override
	public String toString()
	{
		StringJoiner joiner = new StringJoiner(", ", name + "[", "]");
		for (String topping : toppings)
			joiner.add(topping);
		return joiner.toString();
	}

	public static void main(String[] args)
	{
		System.out.println(new Pizza()
				.name("pizza")
				.topping("ham") // or not
				.topping("onion")
				.build());
		int[] primes = new int[]
		{
			2, 3, 5
		};
		int sum = 0;
		for (int prime : primes)
		{
			sum += prime;
		}
		System.out.println(sum);
		Runnable runnable = new Runnable()
		{
			@Override
			public void run()
			{
				System.out.println("runs");
			}
		};
		runnable.run();
		Object o = sum > 5
			? "large"
			: Integer.valueOf(sum);
		if (o
			instanceof String)
			System.out.println(o);
		else
			System.out.println("small");
	}
}
