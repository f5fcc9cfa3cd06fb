package io.bondtrader.testdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server of HTTP on this machine that keeps what it gets and answers as it is told. Safe for use by many threads. */
public final class HttpDouble implements AutoCloseable {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What came. */
    public static final class Call {

        private final String method;
        private final String path;
        private final Headers headers;
        private final byte[] body;

        private Call(HttpExchange exchange) throws IOException {
            this.method = exchange.getRequestMethod();
            this.path = exchange.getRequestURI().toString();
            this.headers = exchange.getRequestHeaders();
            this.body = exchange.getRequestBody().readAllBytes();
        }

        /** {@return the method} */
        public String method() {
            return method;
        }

        /** {@return the path with its query} */
        public String path() {
            return path;
        }

        /**
         * Returns a header.
         *
         * @param name of the header
         * @return its first value; empty without one
         */
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        /** {@return the bytes of the body} */
        public byte[] body() {
            return body.clone();
        }

        /** {@return the body as text} */
        public String text() {
            return new String(body, UTF_8);
        }
    }

    /**
     * What goes back.
     *
     * @param status of the answer
     * @param body its text
     */
    public record Answer(int status, String body) {}

    /**
     * Starts a server.
     *
     * @param answers what to say to each call
     * @throws IOException if no port is free
     */
    public HttpDouble(Function<Call, Answer> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Call, Answer> answers) throws IOException {
        try (exchange) {
            Call call = new Call(exchange);
            calls.add(call);
            Answer answer = answers.apply(call);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** {@return what came so far} */
    public List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** {@return where the server listens} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
