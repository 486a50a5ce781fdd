importScripts('gone.js');
