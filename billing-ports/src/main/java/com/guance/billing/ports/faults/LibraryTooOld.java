package com.guance.billing.ports.faults;

import java.util.List;
import java.util.stream.Collectors;

/** Libraries on the host's class path are older than this library needs. Raised once, at start, before anything is done. */
public final class LibraryTooOld extends Fault.GiveUp {

    private static final long serialVersionUID = 1L;

    private LibraryTooOld(String message) {
        super(message, null);
    }

    /**
     * Looks at the versions of libraries, and names all that are too old at once.
     *
     * @param required what is needed
     * @param classPath whose class path is looked at
     * @throws LibraryTooOld if any of them is on the class path in an older version
     */
    public static void check(List<RequiredLibrary> required, ClassLoader classPath) {
        List<String> problems = required.stream()
                .flatMap(library -> library.problem(classPath).toJavaStream())
                .toList();
        if (!problems.isEmpty()) {
            throw new LibraryTooOld(problems.stream().collect(Collectors.joining("; "))
                    + ": raise the versions that this application's dependency management chooses");
        }
    }
}
