DROP TABLE credential_set;;
DROP TABLE line;;
DROP TABLE pbx_user;;
