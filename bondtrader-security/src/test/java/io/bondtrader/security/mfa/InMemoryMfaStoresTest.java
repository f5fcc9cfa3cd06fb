package io.bondtrader.security.mfa;

import io.bondtrader.security.contract.BackupCodeStoreContract;
import io.bondtrader.security.contract.FactorStoreContract;
import io.bondtrader.security.contract.SecretProtectorContract;
import io.bondtrader.security.contract.StepStoreContract;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import java.security.SecureRandom;
import org.junit.jupiter.api.Nested;

final class InMemoryMfaStoresTest {

    @Nested
    final class Steps extends StepStoreContract {
        @Override
        protected StepStore newStore() {
            return new InMemorySteps();
        }
    }

    @Nested
    final class Codes extends BackupCodeStoreContract {
        @Override
        protected BackupCodeStore newStore() {
            return new InMemoryBackupCodes();
        }
    }

    @Nested
    final class Factors extends FactorStoreContract {
        @Override
        protected FactorStore newStore() {
            return new InMemoryFactors();
        }
    }

    @Nested
    final class Protector extends SecretProtectorContract {
        @Override
        protected SecretProtector newProtector() {
            return SecretProtector.under(
                    KeyWrapping.under(SymmetricKey.generate(new SecureRandom()), new SecureRandom()));
        }
    }
}
