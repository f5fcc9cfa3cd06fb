package io.bondtrader.examples.security;

import io.bondtrader.security.mfa.QrCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** All steps in their order. */
final class Walkthrough {

    final House house = new House();
    final Transcript transcript = new Transcript(house.trail);
    private final QrCode picture;

    private Walkthrough(Path folder) throws IOException {
        var signIn = new SignInWalk(house, transcript);
        User mia = house.open("mia", "203.0.113.7");
        picture = signIn.enrol(mia);
        signIn.signIn(mia);
        User tom = house.enrolled("tom", "203.0.113.8");
        User ann = house.enrolled("ann", "203.0.113.9");
        User bob = house.enrolled("bob", "203.0.113.10");

        var orders = new OrderWalk(house, transcript, mia, tom, ann, bob);
        orders.order();
        orders.offices();
        new KeyWalk(house, transcript).run(mia);
        new TokenWalk(house, transcript, mia).run();
        new EdgeWalk(house, transcript).run(mia);
        new ApiKeyWalk(house, transcript).run();
        new SecretWalk(house, transcript, folder).run();
    }

    /** Walks, with a folder of its own that is gone afterwards. */
    static Walkthrough run() throws IOException {
        Path folder = Files.createTempDirectory("bondtrader-security");
        try {
            return new Walkthrough(folder);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** {@return the QR code of the app, which holds its secret} */
    QrCode picture() {
        return picture;
    }
}
