package io.bondtrader.syslog;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.siem.EventMapper;
import io.bondtrader.compliance.audit.siem.SyslogMessage;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to a syslog server by TCP (RFC 6587, section 3.4.1) or TLS (RFC 5425), each message in a frame that begins with
 * its length. Over TLS the server's certificate must be trusted by the factory and must be of the host's name.
 *
 * <p>Syslog acknowledges nothing: what was written may be lost if the server falls before it reads. So a batch that a broken
 * connection may have swallowed is sent again over the next one, and receivers tell repetitions by the index.
 *
 * <p>Called by one thread at a time; closed by the application.
 */
public final class SyslogDelivery implements EventDelivery, AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final SocketFactory sockets;
    private final String host;
    private final int port;
    private final EventMapper mapper;
    private @Nullable Socket socket;
    private byte[] unsure = new byte[0];

    private SyslogDelivery(SocketFactory sockets, String host, int port, EventMapper mapper) {
        InvalidInput.unless(!host.isBlank(), "host", host, "not blank");
        InvalidInput.unless(port >= 1 && port <= 65_535, "port", port, "1 to 65535");
        this.sockets = sockets;
        this.host = host;
        this.port = port;
        this.mapper = Objects.requireNonNull(mapper);
    }

    /**
     * Returns a delivery over TLS.
     *
     * @param sockets whom it trusts, and with which certificate of its own
     * @param host of the server: its certificate must be of this name
     * @param port of the server, usually 6514
     * @param mapper writes messages of RFC 5424
     * @return the delivery; it connects at the first batch
     * @throws InvalidInput if host or port is none
     */
    public static SyslogDelivery overTls(SSLSocketFactory sockets, String host, int port, EventMapper mapper) {
        return new SyslogDelivery(Objects.requireNonNull(sockets), host, port, mapper);
    }

    /**
     * Returns a delivery without encryption, for a server on the same machine or in a closed network.
     *
     * @param host of the server
     * @param port of the server, often 601
     * @param mapper writes messages of RFC 5424
     * @return the delivery; it connects at the first batch
     * @throws InvalidInput if host or port is none
     */
    public static SyslogDelivery inTheClear(String host, int port, EventMapper mapper) {
        return new SyslogDelivery(SocketFactory.getDefault(), host, port, mapper);
    }

    @Override
    public synchronized void deliver(List<LoggedEvent> events) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (LoggedEvent event : events) {
            frames.writeBytes(SyslogMessage.frame(mapper.map(event)));
        }
        try {
            Socket open = connected();
            open.getOutputStream().write(frames.toByteArray());
            open.getOutputStream().flush();
            unsure = frames.toByteArray();
        } catch (IOException e) {
            close();
            throw new DeliveryFailed(
                    "the syslog server cannot be reached: " + e.getClass().getSimpleName(), e);
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open != null && !hasEnded(open)) {
            return open;
        }
        close();
        Socket fresh = sockets.createSocket();
        try {
            fresh.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            if (fresh instanceof SSLSocket secure) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
            }
            // The connection before may have taken these with it.
            fresh.getOutputStream().write(unsure);
        } catch (IOException failed) {
            fresh.close();
            throw failed;
        }
        socket = fresh;
        return fresh;
    }

    /** A server of syslog says nothing, so whatever can be read is the end. */
    private static boolean hasEnded(Socket open) {
        try {
            open.setSoTimeout(1);
            InputStream in = open.getInputStream();
            return in.read() < 0;
        } catch (SocketTimeoutException alive) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    /** Closes the connection; another delivery opens a new one. */
    @Override
    public synchronized void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException nothing) {
                // It is given up in any case.
            }
        }
    }

    @Override
    public String toString() {
        return "SyslogDelivery[" + host + ":" + port + "]";
    }
}
