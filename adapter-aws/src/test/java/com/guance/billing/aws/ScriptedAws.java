package com.guance.billing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that answers what it is told, word for word, even what AWS never would; it keeps what it was sent. */
final class ScriptedAws implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** One answer. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    ScriptedAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    ScriptedAws answers(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return then(exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    ScriptedAws error(int status, String code) {
        return answers(status, "{\"__type\":\"" + code + "\",\"message\":\"AWS repeats: SECRET-TOKEN\"}");
    }

    ScriptedAws error(int status, String code, String message) {
        return answers(status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    /** Promises more than it sends. */
    ScriptedAws cutsShort(String beginning) {
        byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
        return then(exchange -> {
            exchange.sendResponseHeaders(200, bytes.length + 100L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        });
    }

    /** Takes the request and closes the connection. */
    ScriptedAws drops() {
        return then(exchange -> {});
    }

    /** Takes the request and says nothing, until it is closed. */
    ScriptedAws isSilent() {
        return then(exchange -> awaitClosing());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private ScriptedAws then(Answer answer) {
        answers.add(answer);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.poll();
            if (answer == null) {
                throw new IOException("nothing was scripted for this request");
            }
            answer.to(exchange);
        }
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
