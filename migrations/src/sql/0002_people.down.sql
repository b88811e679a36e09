DROP TABLE idempotency;;
DROP TABLE session;;
DROP TABLE membership;;
DROP TABLE person;;
