package io.bondtrader.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A syslog server for streams, that takes frames by their length and nothing else. */
final class SyslogDouble implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile int connections;

    private SyslogDouble(ServerSocket listening) {
        this.listening = listening;
        Thread accepting = new Thread(this::accept);
        accepting.setDaemon(true);
        accepting.start();
    }

    static SyslogDouble plain() throws IOException {
        return over(ServerSocketFactory.getDefault());
    }

    static SyslogDouble at(int port) throws IOException {
        return new SyslogDouble(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    static SyslogDouble over(ServerSocketFactory sockets) throws IOException {
        return new SyslogDouble(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                connections = open.size();
                Thread reading = new Thread(() -> read(socket));
                reading.setDaemon(true);
                reading.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void read(Socket socket) {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int length = length(in); length >= 0; length = length(in)) {
                byte[] message = in.readNBytes(length);
                if (message.length == length) {
                    messages.add(new String(message, UTF_8));
                }
            }
        } catch (IOException ended) {
            // Dropped, or a handshake that failed.
        }
    }

    /** RFC 5425, section 4.3: a number without leading zeros, and a space. */
    private static int length(InputStream in) throws IOException {
        int length = 0;
        int c = in.read();
        if (c < 0) {
            return -1;
        }
        if (c == '0') {
            throw new IOException("a length begins with no zero");
        }
        while (c != ' ') {
            if (c < '0' || c > '9') {
                throw new IOException("a length is a number");
            }
            length = length * 10 + (c - '0');
            c = in.read();
        }
        return length;
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections;
    }

    List<String> messages() {
        return new ArrayList<>(messages);
    }

    List<String> awaitMessages(int count) throws InterruptedException {
        for (int i = 0; i < 2000 && messages.size() < count; i++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return messages();
    }

    void dropConnections() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        dropConnections();
    }
}
