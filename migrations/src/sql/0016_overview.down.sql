DROP INDEX target_failed;;
