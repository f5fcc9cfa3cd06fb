package io.bondtrader.examples.security;

import io.bondtrader.security.authentication.SignInSource;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.network.IpAddress;

/** Somebody of the desk, with what is in the head, on the phone and in the browser. */
final class User {

    final String name;
    final AccountId account;
    final PersonId person;
    final String password;
    SignInSource source;
    Authenticator phone = Authenticator.scan("secret=AAAAAAAA".toCharArray());
    String factor = "";
    String session = "";

    User(String name, String password, String address) {
        this.name = name;
        this.account = AccountId.of(name);
        this.person = PersonId.of("person-" + name);
        this.password = password;
        this.source = SignInSource.of(IpAddress.parse(address));
    }
}
