package com.guance.billing.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** All that anybody in this JVM logs, at every level, as it would be printed: {@code LEVEL text exception}. */
public final class CapturedLogs implements SLF4JServiceProvider {

    private static final ThreadLocal<List<String>> LINES = ThreadLocal.withInitial(ArrayList::new);

    @SuppressWarnings("StaticAssignmentOfThrowable") // its trace is of no interest
    private static final LinkageError NO_APPENDER = new LinkageError("no appender");

    private static final ThreadLocal<Boolean> BROKEN = ThreadLocal.withInitial(() -> false);

    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** What this thread logged since it asked last. */
    static List<String> take() {
        List<String> lines = List.copyOf(LINES.get());
        LINES.remove();
        return lines;
    }

    /** Does something while every logger throws when this thread logs. */
    static void whileBroken(Runnable work) {
        BROKEN.set(true);
        try {
            work.run();
        } finally {
            BROKEN.remove();
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> new Capturing();
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Capturing extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            if (BROKEN.get()) {
                throw NO_APPENDER;
            }
            String text = arguments == null
                    ? pattern
                    : MessageFormatter.basicArrayFormat(pattern, Arrays.copyOf(arguments, arguments.length));
            LINES.get().add(level + " " + text + (thrown == null ? "" : " " + thrown));
        }
    }
}
