package com.guance.billing.inmemory.marketplace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * AWS's own face of an {@link InMemoryMarketplace}: the Marketplace Metering Service in its JSON 1.1 protocol, over HTTP on a
 * free port of the loopback interface. A real client needs nothing but this {@link #endpoint()}, the product's region, and any
 * credentials: signatures must be present and scoped to {@code aws-marketplace}; they are verified only where the caller's secret
 * is told. ResolveCustomer and
 * BatchMeterUsage are served. A dropped connection is really cut: without an answer when the work was not done, in the middle
 * of a promised 200 when it was.
 *
 * <p>Start the JVM with {@code -Dsun.net.httpserver.nodelay=true}, or every call waits some 45 ms.
 */
public final class AwsOnLoopback implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService calls;

    private AwsOnLoopback(HttpServer server, ExecutorService calls) {
        this.server = server;
        this.calls = calls;
    }

    /**
     * Serves {@code marketplace} until closed.
     *
     * @throws UncheckedIOException when no port can be opened
     */
    public static AwsOnLoopback start(InMemoryMarketplace marketplace) {
        return start(marketplace, Optional.empty());
    }

    /**
     * Serves {@code marketplace} until closed, to one caller: whose signature does not match what arrived, to the byte, or is more than
     * 5 minutes off this computer's clock, is answered {@code InvalidSignatureException}.
     *
     * @param accessKey the caller's
     * @param secretKey the caller's; it is kept, and never shown
     * @throws UncheckedIOException when no port can be opened
     */
    public static AwsOnLoopback start(InMemoryMarketplace marketplace, String accessKey, String secretKey) {
        return start(marketplace, Optional.of(new SigningKey(accessKey, secretKey)));
    }

    private static AwsOnLoopback start(InMemoryMarketplace marketplace, Optional<SigningKey> caller) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        ExecutorService calls =
                Executors.newCachedThreadPool(AwsOnLoopback::daemon); // a stalled connection keeps its thread
        server.setExecutor(calls);
        server.createContext("/", new AwsHandler(marketplace, caller));
        server.start();
        return new AwsOnLoopback(server, calls);
    }

    /** What a client overrides its endpoint with, such as {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /** Stops at once; calls under way see their connection cut. The marketplace keeps all it knows. */
    @Override
    public void close() {
        server.stop(0);
        calls.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-on-loopback");
        thread.setDaemon(true);
        return thread;
    }
}
