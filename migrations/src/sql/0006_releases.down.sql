DROP TABLE release_file;;
DROP TABLE release_blob;;
DROP TABLE "release";;
DROP TABLE draft_target;;
DROP TABLE draft_change;;
DROP TABLE target;;
