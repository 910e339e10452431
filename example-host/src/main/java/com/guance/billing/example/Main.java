package com.guance.billing.example;

import com.guance.billing.ports.faults.Fault;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** {@code java -jar cloud-billing-story.jar [--store inmemory|h2|postgres=<jdbc url>]} */
public final class Main {

    private static final int HELD = 0;
    private static final int DID_NOT_HOLD = 1;
    private static final int BAD_ARGUMENTS = 2;
    private static final int FAULT = 3;

    private Main() {}

    /**
     * Tells the story and ends the process: 0 if every step held, 1 if one did not, 2 for bad arguments, 3 for a fault.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return StoreChoice.of(arguments)
                .fold(problem -> refuse(out, problem), choice -> tell(out, choice, Main::tellAll));
    }

    private static int refuse(PrintStream out, String problem) {
        out.println(problem);
        out.println("usage: --store inmemory | --store h2 | --store postgres=<jdbc url>");
        return BAD_ARGUMENTS;
    }

    private static void tellAll(World world, Narrator narrator) {
        new Story(world, narrator).tell();
    }

    static int tell(PrintStream out, StoreChoice choice, BiConsumer<World, Narrator> story) {
        try (OpenStore store = choice.open();
                World world = World.over(store)) {
            Narrator narrator = new Narrator(out, world.clock());
            narrator.opening(choice.toString());
            story.accept(world, narrator);
            return narrator.closing() ? HELD : DID_NOT_HOLD;
        } catch (Fault fault) {
            out.println("A fault, nothing half-written: " + fault.getMessage());
            return FAULT;
        }
    }
}
