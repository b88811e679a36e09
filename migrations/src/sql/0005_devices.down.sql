DROP TABLE redirect_service;;
DROP TABLE "fetch";;
DROP TABLE replica;;
DROP TABLE counter;;
DROP TABLE live_key_change;;
DROP TABLE access_key;;
DROP TABLE directory_mac;;
DROP TABLE device;;
