package com.guance.billing.inmemory.marketplace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One HTTP exchange: what was asked, by whom, and the answer in AWS's words. Logs nothing. */
final class AwsHandler implements HttpHandler {

    private static final String SERVICE = "AWSMPMeteringService.";
    private static final byte[] BEGINNING_OF_AN_ANSWER = "{\"Results\":[".getBytes(StandardCharsets.US_ASCII);

    private final InMemoryMarketplace marketplace;
    private final SigV4 signature;
    private final AtomicLong requests = new AtomicLong();

    AwsHandler(InMemoryMarketplace marketplace, Optional<SigningKey> caller) {
        this.marketplace = marketplace;
        this.signature = new SigV4(marketplace.product().region(), caller, Clock.systemUTC());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("x-amzn-RequestId", Opaque.uuid("request", requests.incrementAndGet()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            try {
                send(exchange, 200, answer(exchange));
            } catch (AwsException refused) {
                send(exchange, refused.httpStatus(), error(refused.type(), refused.detail()));
            } catch (ConnectionDroppedException dropped) {
                cut(exchange, dropped);
            } catch (RuntimeException ours) {
                send(exchange, 500, error("InternalFailure", ours.getClass().getName()));
            }
        }
    }

    private ObjectNode answer(HttpExchange exchange) throws IOException {
        byte[] body = body(exchange.getRequestBody());
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().getPath().equals("/")
                || target == null) {
            throw unknownOperation();
        }
        signature.check(exchange.getRequestHeaders(), exchange.getRequestURI().getRawQuery(), body);
        return switch (target) {
            case SERVICE + "ResolveCustomer" ->
                MeteringJson.of(marketplace.resolveCustomer(RequestReader.registrationToken(Json.request(body))));
            case SERVICE + "BatchMeterUsage" ->
                MeteringJson.of(marketplace.batchMeterUsage(RequestReader.batchMeterUsage(Json.request(body))));
            default -> throw unknownOperation();
        };
    }

    /** Reads all of it even if it is refused, for a client that is still sending would not read the answer. */
    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(BatchRules.TOO_MANY_BYTES);
        if (body.length == BatchRules.TOO_MANY_BYTES) {
            in.transferTo(OutputStream.nullOutputStream());
            throw BatchRules.tooLarge();
        }
        return body;
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] body = Json.bytes(json);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Leaving an answer unfinished makes the server close the connection under it. */
    private static void cut(HttpExchange exchange, ConnectionDroppedException dropped) throws IOException {
        if (dropped.afterTheWork()) {
            exchange.sendResponseHeaders(200, BEGINNING_OF_AN_ANSWER.length * 2L);
            exchange.getResponseBody().write(BEGINNING_OF_AN_ANSWER);
            exchange.getResponseBody().flush();
        }
    }

    private static ObjectNode error(String type, String message) {
        return Json.object().put("__type", type).put("message", message);
    }

    private static AwsException unknownOperation() {
        return AwsException.refused("UnknownOperationException", "no such operation");
    }
}
