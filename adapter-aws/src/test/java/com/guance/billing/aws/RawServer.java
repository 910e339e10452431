package com.guance.billing.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections on the loopback interface and does with each what it is told; it counts the requests that it read whole. */
final class RawServer implements AutoCloseable {

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listening;

    /** What is done with a connection. */
    interface Work {
        void with(Socket connection, RawServer server) throws IOException;
    }

    RawServer(ServerSocket listening, Work work) {
        this.listening = listening;
        threads.execute(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket connection = listening.accept();
                    threads.execute(() -> serve(connection, work));
                } catch (IOException stopped) {
                    // closed, or the connection was none: the next accept tells
                }
            }
        });
    }

    String authority() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    URI http() {
        return URI.create("http://" + authority());
    }

    URI https() {
        return URI.create("https://" + authority());
    }

    int requests() {
        return requests.get();
    }

    /** Nobody can connect any more; connections stay. The system may still accept for a moment: until it refuses, this waits. */
    void stopListening() throws IOException {
        listening.close();
        while (isStillAccepting()) {
            Thread.onSpinWait();
        }
    }

    private boolean isStillAccepting() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Reads one request, head and body. */
    void readRequest(Socket connection) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
        connection.getInputStream().readNBytes(Integer.parseInt(length));
        requests.incrementAndGet();
    }

    static void answer(Socket connection, String body) throws IOException {
        connection
                .getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private void serve(Socket connection, Work work) {
        try (connection) {
            work.with(connection, this);
        } catch (IOException broken) {
            // the client sees it, too
        }
    }
}
